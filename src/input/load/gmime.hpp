#pragma once

#include <gmime/gmime.h>

namespace newsarc::input {

/// The functions of GMime 3, from the library that the system has, loaded when the first mail comes.
struct Gmime {
    decltype(&::g_mime_stream_mem_new_with_buffer) stream_of = nullptr;
    decltype(&::g_mime_stream_mem_new) new_stream = nullptr;
    decltype(&::g_mime_stream_mem_get_byte_array) bytes_of = nullptr;
    decltype(&::g_mime_parser_new_with_stream) new_parser = nullptr;
    decltype(&::g_mime_parser_construct_message) construct_message = nullptr;
    decltype(&::g_mime_message_get_subject) subject = nullptr;
    decltype(&::g_mime_message_get_message_id) message_id = nullptr;
    decltype(&::g_mime_message_get_from) from = nullptr;
    decltype(&::g_mime_message_get_date) date = nullptr;
    decltype(&::g_mime_message_get_mime_part) body = nullptr;
    decltype(&::g_mime_object_get_header) header = nullptr;
    decltype(&::g_mime_object_get_content_type) content_type = nullptr;
    decltype(&::g_mime_object_get_content_type_parameter) parameter = nullptr;
    decltype(&::g_mime_content_type_get_media_type) media_type = nullptr;
    decltype(&::g_mime_content_type_get_media_subtype) media_subtype = nullptr;
    decltype(&::g_mime_multipart_get_count) count = nullptr;
    decltype(&::g_mime_multipart_get_part) part = nullptr;
    decltype(&::g_mime_message_part_get_message) inner_message = nullptr;
    decltype(&::g_mime_part_get_content) content = nullptr;
    decltype(&::g_mime_part_get_filename) file_name = nullptr;
    decltype(&::g_mime_data_wrapper_write_to_stream) write = nullptr;
    decltype(&::internet_address_list_length) address_count = nullptr;
    decltype(&::internet_address_list_get_address) address = nullptr;
    decltype(&::internet_address_get_name) address_name = nullptr;
    decltype(&::internet_address_to_string) address_text = nullptr;
    decltype(&::g_date_time_format) format_date = nullptr;
    decltype(&::g_type_check_instance_is_a) is_a = nullptr;
    decltype(&::g_object_unref) unref = nullptr;
    decltype(&::g_free) free = nullptr;
    GType multipart = 0;
    GType message_part = 0;
    GType leaf = 0;

    /// Throws Error(unsupported) where the system has no GMime 3.
    static const Gmime& get();
};

}  // namespace newsarc::input
