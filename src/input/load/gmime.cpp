#include "input/load/gmime.hpp"

#include <array>

#include "text/load/shared_library.hpp"

namespace newsarc::input {
namespace {

Gmime load() {
    constexpr std::array<const char*, 4> files{"libgmime-3.0.so.0", "libgmime-3.0.so", "libgmime-3.0.dylib",
                                               "/opt/homebrew/opt/gmime/lib/libgmime-3.0.dylib"};
    const text::SharedLibrary library(files, "GMime 3", "reading mail",
                                      "install it (Debian: libgmime-3.0-0), or save the message as text");
    Gmime out;
    library.find("g_mime_stream_mem_new_with_buffer", out.stream_of);
    library.find("g_mime_stream_mem_new", out.new_stream);
    library.find("g_mime_stream_mem_get_byte_array", out.bytes_of);
    library.find("g_mime_parser_new_with_stream", out.new_parser);
    library.find("g_mime_parser_construct_message", out.construct_message);
    library.find("g_mime_message_get_subject", out.subject);
    library.find("g_mime_message_get_message_id", out.message_id);
    library.find("g_mime_message_get_from", out.from);
    library.find("g_mime_message_get_date", out.date);
    library.find("g_mime_message_get_mime_part", out.body);
    library.find("g_mime_object_get_header", out.header);
    library.find("g_mime_object_get_content_type", out.content_type);
    library.find("g_mime_object_get_content_type_parameter", out.parameter);
    library.find("g_mime_content_type_get_media_type", out.media_type);
    library.find("g_mime_content_type_get_media_subtype", out.media_subtype);
    library.find("g_mime_multipart_get_count", out.count);
    library.find("g_mime_multipart_get_part", out.part);
    library.find("g_mime_message_part_get_message", out.inner_message);
    library.find("g_mime_part_get_content", out.content);
    library.find("g_mime_part_get_filename", out.file_name);
    library.find("g_mime_data_wrapper_write_to_stream", out.write);
    library.find("internet_address_list_length", out.address_count);
    library.find("internet_address_list_get_address", out.address);
    library.find("internet_address_get_name", out.address_name);
    library.find("internet_address_to_string", out.address_text);
    library.find("g_date_time_format", out.format_date);
    library.find("g_type_check_instance_is_a", out.is_a);
    library.find("g_object_unref", out.unref);
    library.find("g_free", out.free);
    decltype(&::g_mime_init) initialize = nullptr;
    library.find("g_mime_init", initialize);
    initialize();
    decltype(&::g_mime_multipart_get_type) type = nullptr;
    library.find("g_mime_multipart_get_type", type);
    out.multipart = type();
    library.find("g_mime_message_part_get_type", type);
    out.message_part = type();
    library.find("g_mime_part_get_type", type);
    out.leaf = type();
    return out;
}

}  // namespace

const Gmime& Gmime::get() {
    static const Gmime loaded = load();
    return loaded;
}

}  // namespace newsarc::input
