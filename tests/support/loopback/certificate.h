#pragma once
#include <string>

namespace vox::test {

// A certificate for localhost and 127.0.0.1 that signs itself, and its key, both PEM, made at this moment.
struct Certificate {
    std::string certificate, key;
    static Certificate make(const std::string &name, long serial);
};

} // namespace vox::test
