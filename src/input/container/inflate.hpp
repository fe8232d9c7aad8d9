#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace newsarc::input {

/// Unpacks gzip (RFC 1952), its members one after the other, or deflate, with the head of zlib (RFC 1950) or
/// without (RFC 1951). The bytes must outlive it.
class Inflater {
public:
    enum class Form { gzip, deflate };

    Inflater(std::string_view packed, Form form);
    Inflater(Inflater&&) noexcept;
    Inflater& operator=(Inflater&&) noexcept;
    ~Inflater();

    /// Appends the next piece, of at most 64 KB and of one member; that of a member's end may be empty. False
    /// when there is none: the bytes are at their end, cut off, or damaged.
    bool append_to(std::string& out);

    /// Bytes that were unpacked so far. Where a member has just ended it is where the next one begins.
    [[nodiscard]] std::size_t consumed() const;

    [[nodiscard]] bool is_between_members() const;

    /// Goes to the next member after damage. False when no more begins.
    bool skip_damage();

    /// True when the bytes ended within a member or are no gzip.
    [[nodiscard]] bool is_damaged() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// True of bytes that begin as gzip does.
bool begins_gzip(std::string_view bytes);

}  // namespace newsarc::input
