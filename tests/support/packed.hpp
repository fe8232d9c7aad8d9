#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

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

/// A zip file of files that are stored as they are, in this order.
inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
    const auto number = [](std::size_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>((value >> (8 * i)) & 0xFFU);
        return out;
    };
    std::string out;
    std::string directory;
    for (const auto& [path, bytes] : files) {
        const auto sum =
            crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
        const std::string facts = number(20, 2) + number(0, 4) + number(0, 2) + number(0x5A35, 2) +
                                  number(sum, 4) + number(bytes.size(), 4) + number(bytes.size(), 4) +
                                  number(path.size(), 2) + number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2) +
                     number(0, 4) + number(out.size(), 4) + path;
        out += "PK\x03\x04" + facts + path + bytes;
    }
    const std::size_t begin = out.size();
    return out + directory + "PK\x05\x06" + number(0, 4) + number(files.size(), 2) + number(files.size(), 2) +
           number(directory.size(), 4) + number(begin, 4) + number(0, 2);
}

}  // namespace newsarc::tests
