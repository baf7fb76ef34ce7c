#pragma once
#include "models/store/idempotency_store.h"
#include "models/store/postgres/connection.h"

namespace vox {

// Answers by idempotency key in PostgreSQL. Owned by a PostgresServerStore. The second of two requests waits for the row of
// the first.
class PostgresIdempotency final : public IdempotencyStore {
public:
    explicit PostgresIdempotency(Connection &connection) : m_db(connection) {}
    Result<std::optional<KeptAnswer>> claim(const KeptAnswer::Name &name, const QByteArray &print, UtcMs now) override;
    Result<void> keep(const KeptAnswer::Name &name, const KeptAnswer &answer) override;

private:
    Connection &m_db;
};

} // namespace vox
