#pragma once
#include "models/store/store.h"

namespace vox::test {

// Makes connections to one database that lives as long as the factory. Each kind of store brings its own; the contract
// tests run against every one.
class StoreFactory {
public:
    virtual ~StoreFactory() = default;
    virtual Result<std::unique_ptr<Store>> connect() = 0;
};

} // namespace vox::test
