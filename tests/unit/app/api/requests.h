#pragma once
#include <string_view>

namespace vox::test {

// Requests that two readers could understand differently, or that are none: each must be refused, and the connection with
// it.
struct HostileRequest {
    const char *name;
    std::string_view bytes;
    int status;
};

inline constexpr HostileRequest kHostileRequests[] = {
    {"length and chunks", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG", 400},
    {"chunks and length", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG", 400},
    {"two lengths", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nContent-Length: 5\r\n\r\n123456", 400},
    {"the same length twice", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n12345", 400},
    {"lengths in a list", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\n12345", 400},
    {"a signed length", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\n12345", 400},
    {"a negative length", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n12345", 400},
    {"a hexadecimal length", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\n12345", 400},
    {"a length beyond 64 bits", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551621\r\n\r\n12345", 400},
    {"identity coding", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n", 501},
    {"chunked twice", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", 501},
    {"two codings", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n", 400},
    {"a coding with a tab", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
    {"a coding in 1.0", "POST /x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"a space before the colon", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400},
    {"a folded header", "POST /x HTTP/1.1\r\nHost: a\r\nX: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"a folded first header", "GET /x HTTP/1.1\r\n Host: a\r\n\r\n", 400},
    {"bare line feeds", "GET /x HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400},
    {"a bare carriage return", "GET /x HTTP/1.1\r\nHost: a\rX: y\r\n\r\n", 400},
    {"a zero byte", {"GET /x HTTP/1.1\r\nHost: a\r\nX: \0y\r\n\r\n", 35}, 400},
    {"a header without a name", "GET /x HTTP/1.1\r\nHost: a\r\n: y\r\n\r\n", 400},
    {"a header without a colon", "GET /x HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400},
    {"no host", "GET /x HTTP/1.1\r\n\r\n", 400},
    {"two hosts", "GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
    {"an absolute target", "GET http://b/x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a target of another kind", "CONNECT b:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"another version", "GET /x HTTP/2.0\r\nHost: a\r\n\r\n", 505},
    {"no request line", "\r\n\r\n", 400},
    {"a handshake of TLS", {"\x16\x03\x01\x02\r\n\r\n", 8}, 400},
    {"an expectation nobody knows", "POST /x HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\nContent-Length: 1\r\n\r\n1", 417},
    {"a chunk of no size", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\r\nabc\r\n0\r\n\r\n", 400},
    {"a chunk with a sign", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n+3\r\nabc\r\n0\r\n\r\n", 400},
    {"a chunk of 0x3", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n", 400},
    {"a chunk beyond 64 bits", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000003\r\nabc\r\n0\r\n\r\n", 400},
    {"a chunk larger than allowed", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\nabc\r\n0\r\n\r\n", 413},
    {"a chunk without its end", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcde\r\n0\r\n\r\n", 400},
    {"a longer body than allowed", "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n", 413},
};

} // namespace vox::test
