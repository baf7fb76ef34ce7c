#pragma once
#include "tests/store/sqlite_factory.h"
#include <QCoreApplication>
#include <QTest>
#include <functional>

namespace vox::test {

using MakeFactory = std::function<std::unique_ptr<StoreFactory>()>;

// Runs a contract test against every kind of store; Test is constructed with the maker of its factory.
template <typename Test> int runOnEveryStore(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Test onSqlite([] { return std::make_unique<SqliteFactory>(); });
    return QTest::qExec(&onSqlite, argc, argv);
}

} // namespace vox::test
