#include "input/container/inflate.hpp"

#include <newsarc/error.hpp>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace newsarc::input {
namespace {

constexpr std::size_t piece = 65536;
constexpr std::string_view gzip_magic = "\x1F\x8B\x08";

/// The head of zlib names the method 8, and is a multiple of 31 (RFC 1950, 2.2).
bool has_zlib_head(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    return (first & 0x0FU) == 8 && (first * 256U + second) % 31 == 0;
}

/// What inflateInit2 takes for the form.
int window_bits(std::string_view packed, Inflater::Form form) {
    if (form == Inflater::Form::gzip) return 15 + 16;
    return has_zlib_head(packed) ? 15 : -15;
}

}  // namespace

struct Inflater::State {
    std::string_view packed;
    std::size_t at = 0;
    Form form;
    z_stream stream{};
    bool is_between = true;
    bool is_damaged = false;
    std::array<char, piece> block{};

    State(std::string_view bytes, Form as) : packed(bytes), form(as) {
        if (inflateInit2(&stream, window_bits(bytes, as)) != Z_OK)
            throw Error(ErrorCode::io, "out of memory", "give less at a time");
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { inflateEnd(&stream); }

    /// Whether there is a member to begin with.
    bool begin_member() {
        const std::string_view rest = packed.substr(at);
        if (form == Form::deflate) return at == 0 && !rest.empty();
        if (!rest.starts_with(gzip_magic)) {
            // Zeros after the last member are padding.
            is_damaged = is_damaged || rest.find_first_not_of('\0') != std::string_view::npos;
            return false;
        }
        inflateReset(&stream);
        return true;
    }
};

Inflater::Inflater(std::string_view packed, Form form) : state_(std::make_unique<State>(packed, form)) {}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;

bool Inflater::append_to(std::string& out) {
    State& state = *state_;
    while (!state.is_damaged) {
        if (state.is_between && !state.begin_member()) return false;
        state.is_between = false;
        const std::string_view rest = state.packed.substr(state.at);
        z_stream& stream = state.stream;
        // zlib takes what it only reads as bytes that could be written to.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
        stream.avail_in =
            static_cast<uInt>(std::min<std::size_t>(rest.size(), std::numeric_limits<uInt>::max()));
        const uInt given = stream.avail_in;
        stream.next_out = reinterpret_cast<Bytef*>(state.block.data());
        stream.avail_out = static_cast<uInt>(state.block.size());
        const int status = inflate(&stream, Z_NO_FLUSH);
        state.at += given - stream.avail_in;
        const std::size_t got = state.block.size() - stream.avail_out;
        out.append(state.block.data(), got);
        if (status == Z_STREAM_END)
            state.is_between = true;
        else if (status != Z_OK || got == 0)
            state.is_damaged = true;
        if (got > 0 || state.is_between) return true;
    }
    return false;
}

std::size_t Inflater::consumed() const {
    return state_->at;
}

bool Inflater::is_between_members() const {
    return state_->is_between;
}

bool Inflater::skip_damage() {
    State& state = *state_;
    const std::size_t next = state.packed.find(gzip_magic, state.at + (state.is_between ? 0 : 1));
    if (next == std::string_view::npos) return false;
    state.at = next;
    state.is_between = true;
    state.is_damaged = false;
    return true;
}

bool Inflater::is_damaged() const {
    return state_->is_damaged;
}

bool begins_gzip(std::string_view bytes) {
    return bytes.starts_with(gzip_magic);
}

}  // namespace newsarc::input
