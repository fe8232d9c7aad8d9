#include "input/container/warc.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "input/container/http.hpp"
#include "input/container/inflate.hpp"
#include "input/feed/feed.hpp"
#include "input/page/page.hpp"
#include "text/unpacking.hpp"

namespace newsarc::input {
namespace {

constexpr std::size_t longest_head = 1'000'000;
constexpr std::string_view record_mark = "WARC/1.";
constexpr std::string_view arc_mark = "filedesc:";

/// The bytes of a WARC file, unpacked as far as somebody asks.
class WarcBytes {
public:
    explicit WarcBytes(std::string_view file) : file_(file) {
        if (begins_gzip(file))
            packed_.emplace(file, Inflater::Form::gzip);
        else
            plain_ = file;
    }

    /// What is there of the bytes that follow.
    [[nodiscard]] std::string_view view() const {
        return packed_ ? std::string_view(buffer_).substr(used_) : plain_;
    }

    /// Whether there is more to see than before.
    bool more() {
        if (!packed_) return false;
        buffer_.erase(0, std::exchange(used_, 0));
        const std::size_t before = buffer_.size();
        while (buffer_.size() == before && packed_->append_to(buffer_)) {
        }
        count(buffer_.size() - before);
        return buffer_.size() > before;
    }

    /// Sees so many bytes, or all that there are.
    std::string_view see(std::size_t size) {
        while (view().size() < size && more()) {
        }
        return view().substr(0, size);
    }

    /// False when there were fewer.
    bool skip(std::size_t size) {
        while (size > 0) {
            const std::size_t here = std::min(size, view().size());
            drop(here);
            size -= here;
            if (size > 0 && !more()) return false;
        }
        return true;
    }

    /// The lines' ends that follow a record, but not into the next member.
    void skip_line_ends() {
        while (true) {
            const std::size_t ends = std::min(view().find_first_not_of("\r\n"), view().size());
            drop(ends);
            if (!view().empty() || !packed_ || packed_->is_between_members()) return;
            const std::size_t before = buffer_.size();
            if (!packed_->append_to(buffer_)) return;
            count(buffer_.size() - before);
        }
    }

    /// Where a record can be cut out of the file at this place; absent within a member.
    [[nodiscard]] std::optional<std::size_t> place() const {
        if (!packed_) return file_.size() - plain_.size();
        if (!view().empty() || !packed_->is_between_members()) return std::nullopt;
        return packed_->consumed();
    }

    /// About where in the file this is, for messages.
    [[nodiscard]] std::size_t about() const {
        return packed_ ? packed_->consumed() : file_.size() - plain_.size();
    }

    /// Goes to the next line that begins a record, or member after damage. False when there is none.
    bool find_record() {
        while (true) {
            const std::size_t at = view().find(std::string("\n").append(record_mark));
            if (at != std::string_view::npos) {
                drop(at + 1);
                return true;
            }
            drop(view().size() - std::min(view().size(), record_mark.size()));
            if (more()) continue;
            drop(view().size());
            if (!packed_ || !packed_->skip_damage()) return false;
            if (see(record_mark.size()).starts_with(record_mark)) return true;
        }
    }

private:
    void drop(std::size_t size) {
        if (packed_)
            used_ += size;
        else
            plain_.remove_prefix(size);
    }

    void count(std::size_t size) {
        unpacked_ += size;
        if (text::unpacks_too_far(unpacked_, packed_->consumed()))
            throw Error(ErrorCode::input, text::unpacks_too_far_message(), "unpack it to see what is in it");
    }

    std::string_view file_;
    std::string_view plain_;
    std::optional<Inflater> packed_;
    std::string buffer_;
    std::size_t used_ = 0;      ///< of the buffer
    std::size_t unpacked_ = 0;  ///< bytes, of the whole file
};

bool is_page_type(std::string_view type) {
    return type == "text/html" || type == "application/xhtml+xml";
}

/// Of a type that a feed may have.
bool may_be_read(std::string_view type) {
    return type.empty() || is_page_type(type) || type.ends_with("xml") || type.ends_with("json");
}

class WarcReader {
public:
    WarcReader(const Source& source, const std::function<void(const InnerFile&)>& take,
               const std::function<void(const std::string&, const Error&)>& fail)
        : source_(source), take_(take), fail_(fail), bytes_(source.bytes) {}

    void run() {
        while (true) {
            bytes_.skip_line_ends();
            const std::optional<std::size_t> begin = bytes_.place();
            if (bytes_.see(1).empty() && !bytes_.find_record()) break;
            if (!read_record(begin) && !bytes_.find_record()) break;
        }
        if (taken_ + failed_ > 0) return;
        throw Error(ErrorCode::input,
                    "no web page or feed among its " + std::to_string(records_) + " records",
                    "newsarc reads the records `response` and `resource` of a WARC file");
    }

private:
    /// False when no record is here, or it does not say where it ends.
    bool read_record(const std::optional<std::size_t>& begin) {
        const std::size_t about = bytes_.about();
        const std::size_t end = head_size();
        const HeaderLines head(bytes_.view().substr(0, end));
        const std::string_view stated = head.value("content-length");
        std::size_t length = 0;
        if (std::from_chars(stated.data(), stated.data() + stated.size(), length).ec != std::errc()) {
            // Once for all that is damaged in a row.
            if (!std::exchange(in_damage_, true))
                fail("byte " + std::to_string(about),
                     {ErrorCode::input, "damaged: no record begins here", ""});
            return false;
        }
        in_damage_ = false;
        ++records_;
        bytes_.skip(end);
        read_content(head, length, begin);
        return true;
    }

    /// The size of the lines that a record begins with, up to an empty one; 0 when none begins here. It looks
    /// no further than where the next one begins, so that damage is looked through once.
    std::size_t head_size() {
        std::size_t at = 0;
        while (at < longest_head) {
            std::size_t end = 0;
            while ((end = bytes_.view().find('\n', at)) == std::string_view::npos) {
                if (bytes_.view().size() > longest_head || !bytes_.more()) return 0;
            }
            std::string_view line = bytes_.view().substr(at, end - at);
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.starts_with(record_mark) != (at == 0)) return 0;
            if (line.empty()) return end + 1;
            at = end + 1;
        }
        return 0;
    }

    void read_content(const HeaderLines& head, std::size_t length, const std::optional<std::size_t>& begin) {
        const std::string_view type = head.value("warc-type");
        if ((type != "response" && type != "resource") || head.value("warc-segment-number") > "1") {
            bytes_.skip(length);
            return;
        }
        InnerFile file;
        file.given.address = target(head);
        MediaType stated = media_type(head.value("content-type"));
        const bool is_response = type == "response";
        if (is_response) {
            const HttpResponse answer = read_http_response(bytes_.see(std::min(length, longest_head)));
            stated = media_type(answer.head.value("content-type"));
            if (answer.status != 200) stated.name = "none";
        }
        if (!may_be_read(stated.name)) {
            bytes_.skip(length);
            return;
        }
        const std::string where =
            file.given.address.empty() ? "byte " + std::to_string(bytes_.about()) : file.given.address;
        if (length > largest_inner_file) {
            fail(where, {ErrorCode::input, "a record of more than 64 MB", "save the article alone"});
            bytes_.skip(length);
            return;
        }
        file.given.charset = stated.charset;
        const std::string content(bytes_.see(length));
        bool is_cut = content.size() < length || !head.value("warc-truncated").empty();
        bytes_.skip(content.size());
        bytes_.skip_line_ends();
        place(begin, file);
        try {
            file.source.bytes = is_response ? body_of(read_http_response(content), is_cut) : content;
        } catch (const Error& error) {
            fail(where, error);
            return;
        }
        if (is_cut) file.warnings.emplace_back("the record is cut off or damaged");
        give(stated.name, file);
    }

    void give(const std::string& type, InnerFile& file) {
        if (begins_feed(file.source.bytes))
            file.kind = "feed";
        else if (is_page_type(type) || begins_page(file.source.bytes))
            file.kind = "page";
        else
            return;
        ++taken_;
        file.source.path = source_.path;
        file.source.modified = source_.modified;
        take_(file);
    }

    /// In angle brackets, as the first version of the standard had it, or not.
    static std::string target(const HeaderLines& head) {
        std::string_view address = head.value("warc-target-uri");
        if (address.starts_with('<')) address.remove_prefix(1);
        if (address.ends_with('>')) address.remove_suffix(1);
        return std::string(address);
    }

    void place(const std::optional<std::size_t>& begin, InnerFile& file) const {
        const std::optional<std::size_t> end = bytes_.place();
        if (!begin || !end) return;
        file.offset = *begin;
        file.length = *end - *begin;
    }

    void fail(const std::string& where, const Error& error) {
        ++failed_;
        fail_(source_.path + ", " + where, error);
    }

    const Source& source_;
    const std::function<void(const InnerFile&)>& take_;
    const std::function<void(const std::string&, const Error&)>& fail_;
    WarcBytes bytes_;
    std::size_t records_ = 0;
    std::size_t taken_ = 0;
    std::size_t failed_ = 0;
    bool in_damage_ = false;
};

}  // namespace

bool begins_warc(std::string_view start) {
    std::string unpacked;
    if (begins_gzip(start)) {
        Inflater inflater(start, Inflater::Form::gzip);
        inflater.append_to(unpacked);
        start = unpacked;
    }
    return start.starts_with(record_mark) || start.starts_with(arc_mark);
}

void read_warc(const Source& source, const std::function<void(const InnerFile&)>& take,
               const std::function<void(const std::string& path, const Error&)>& fail) {
    WarcBytes bytes(source.bytes);
    if (bytes.see(arc_mark.size()) == arc_mark)
        throw Error(ErrorCode::input, "an ARC file, the older form of WARC, which newsarc does not read",
                    "make a WARC file of it: warcio recompress FILE.arc.gz FILE.warc.gz");
    WarcReader(source, take, fail).run();
}

}  // namespace newsarc::input
