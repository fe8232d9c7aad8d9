#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>

namespace newsarc::tests {

/// What zlib makes of bytes: gzip, deflate with zlib's head, or (`raw`) without.
enum class Packing { gzip, zlib, raw };

inline std::string packed(const std::string& bytes, Packing as = Packing::gzip) {
    z_stream stream{};
    const int bits = as == Packing::gzip ? 15 + 16 : as == Packing::zlib ? 15 : -15;
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib");
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    std::string in = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

}  // namespace newsarc::tests
