#include "models/store/postgres/connection.h"
#include <algorithm>
#include <libpq-fe.h>

// The part of a connection that sends several statements in one journey: libpq's pipeline mode, entered for that journey alone.
namespace vox {

Result<void> Connection::owe(Owed owed)
{
    if (m_depth > 0) {
        m_owed.push_back(std::move(owed));
        return {};
    }
    auto rows = execute(owed.sql, owed.parameters, Lost::Fail);
    if (!rows) return rows.error();
    return owed.check ? owed.check(*rows) : Result<void>();
}

// What is owed, now.
Result<void> Connection::pay()
{
    if (m_owed.empty()) return {};
    Owed last = std::move(m_owed.back());
    m_owed.pop_back();
    auto done = travel(std::move(last));
    if (!done) return done.error();
    return {};
}

Result<Rows> Connection::travel(Owed last)
{
    std::vector<Owed> load = std::exchange(m_owed, {});
    load.push_back(std::move(last));
    // With BEGIN ahead nothing of this transaction has been said before, and without COMMIT nothing of it can be kept.
    const bool mayGoAgain = load.front().sql == "begin" && load.back().sql != "commit";
    auto rows = travelOnce(load);
    if (rows || !m_lost || !mayGoAgain) return rows;
    if (auto connected = ensureConnected(); !connected) return connected.error();
    return travelOnce(load);
}

Result<Rows> Connection::travelOnce(const std::vector<Owed> &load)
{
    m_lost = m_inTheWay = false;
    QByteArrayList names;
    for (const Owed &one : load) {
        const auto name = prepared(one.sql, one.parameters);
        if (!name) return name.error();
        names.append(*name);
    }
    ++m_journeys;
    if (PQenterPipelineMode(m_handle) != 1) return checked(nullptr);
    std::size_t sent = 0;
    while (sent < load.size() && send(names[qsizetype(sent)], load[sent].parameters)) ++sent;
    const bool whole = PQpipelineSync(m_handle) == 1 && sent == load.size();
    auto rows = whole ? arrived(load) : checked(nullptr);
    leavePipeline();
    return rows;
}

bool Connection::send(const QByteArray &name, const Parameters &parameters)
{
    return PQsendQueryPrepared(m_handle, name.constData(), parameters.size(), parameters.values(), parameters.lengths(), parameters.formats(), 1) == 1;
}

// The first that failed speaks for all: the others were not run.
Result<Rows> Connection::arrived(const std::vector<Owed> &load)
{
    std::optional<Error> failed;
    Rows last;
    for (std::size_t i = 0; i < load.size() && !m_lost; ++i) {
        PGresult *const result = PQgetResult(m_handle);
        const bool skipped = result && PQresultStatus(result) == PGRES_PIPELINE_ABORTED;
        if (skipped) {
            PQclear(result);
        } else if (auto rows = checked(result); !rows) {
            if (!failed) failed = rows.error();
        } else {
            if (load[i].check && !failed)
                if (auto fine = load[i].check(*rows); !fine) failed = m_refused = fine.error();
            last = *std::move(rows);
        }
        if (!result) break;
        PQclear(PQgetResult(m_handle)); // the end of this one: null
    }
    if (failed) return *failed;
    return last;
}

// Up to the end of the journey, whatever it still holds.
void Connection::leavePipeline()
{
    for (int empty = 0; empty < 2 && PQstatus(m_handle) == CONNECTION_OK;) {
        PGresult *const result = PQgetResult(m_handle);
        const bool synced = result && PQresultStatus(result) == PGRES_PIPELINE_SYNC;
        empty = result ? 0 : empty + 1;
        PQclear(result);
        if (synced) break;
    }
    if (PQexitPipelineMode(m_handle) != 1) m_dead = true;
}

void Connection::fetch()
{
    std::vector<Owed> load = std::exchange(m_foreseen, {});
    forgetFetched();
    if (load.size() < 2 || m_depth > 0 || !ensureConnected()) return; // one alone is as quick by itself
    QByteArrayList names;
    for (const Owed &one : load) {
        const auto name = prepared(one.sql, one.parameters);
        if (!name) return;
        names.append(*name);
    }
    ++m_journeys;
    if (PQenterPipelineMode(m_handle) != 1) return;
    std::size_t sent = 0;
    while (sent < load.size() && send(names[qsizetype(sent)], load[sent].parameters)) ++sent;
    if (PQpipelineSync(m_handle) == 1) {
        for (std::size_t i = 0; i < sent; ++i) {
            PGresult *const result = PQgetResult(m_handle);
            if (!result) break;
            Rows rows(result);
            if (PQresultStatus(result) == PGRES_TUPLES_OK) m_fetched.emplace_back(std::move(load[i]), std::move(rows));
            PQclear(PQgetResult(m_handle));
        }
    }
    leavePipeline();
}

void Connection::forgetFetched() { m_fetched.clear(); }

bool Connection::takeFetched(const QByteArray &sql, const Parameters &parameters, Rows &rows)
{
    if (m_depth > 0) return false;
    const auto it = std::find_if(m_fetched.begin(), m_fetched.end(),
                                 [&](const auto &one) { return one.first.sql == sql && one.first.parameters.isSame(parameters); });
    if (it == m_fetched.end()) return false;
    rows = std::move(it->second);
    m_fetched.erase(it);
    return true;
}

} // namespace vox
