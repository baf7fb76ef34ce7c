#pragma once
#include "tests/store/postgres_factory.h"
#include "tests/store/sqlite_factory.h"
#include <QCoreApplication>
#include <QTest>
#include <functional>

namespace vox::test {

using MakeFactory = std::function<std::unique_ptr<StoreFactory>()>;

// Runs a contract test against every kind of store; Test is constructed with the maker of its factory.
// Answers how many failed.
template <typename Test> int runOnEveryStore(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Test onSqlite([] { return std::make_unique<SqliteFactory>(); });
    int failed = QTest::qExec(&onSqlite, argc, argv);
    const auto postgres = PrivatePostgres::start();
    const auto url = postgres ? (*postgres)->freshDatabase() : Result<QString>(postgres.error());
    if (!url) {
        qCritical("PostgreSQL does not start: %s", qPrintable(url.error().detail));
        return 1;
    }
    Test onPostgres([&] { return std::make_unique<PostgresFactory>(*url); });
    failed += QTest::qExec(&onPostgres, argc, argv);
    return failed;
}

} // namespace vox::test
