#pragma once
#include "models/sync/exchange.h"
#include "models/sync/serve.h"
#include "tests/unit/models/sync/replica.h"
#include <random>

namespace vox::test {

// What the line between a console and its server may do to one request.
struct Weather {
    int lost = 0;      // percent: the request never arrives
    int unanswered = 0; // it arrives, the answer does not
    int twice = 0;     // it arrives twice
    int torn = 0;      // half of the answer arrives
    int late = 0;      // the answer of an earlier request arrives instead
    int killed = 0;    // the console dies after it sent
};

// The server's side: takes in requests as the API does, without a network.
class Server {
public:
    Replica replica;
    QString feed = QStringLiteral("feed-1");
    QByteArray canary;              // a secret's value that it takes in no content; empty: none
    Trust trust = Trust::Documents; // of who pushes next

    Result<QByteArray> changes(const FeedCursor &after, int limit)
    {
        const auto page = changesAfter(replica.store(), after, limit, feed);
        if (!page) return page.error();
        return wire::writeChanges(*page);
    }
    Result<void> push(const QByteArray &body)
    {
        const auto items = wire::readPush(body);
        if (!items) return items.error();
        for (qsizetype i = 0; i < items->size() && !canary.isEmpty(); ++i)
            if (const auto *revision = std::get_if<RevisionItem>(&items->at(i)); revision && revision->content && revision->content->contains(canary))
                return Error(Error::Code::SecretShown, {QStringLiteral("openai"), QStringLiteral("/items/%1/content/name").arg(i)});
        const auto taken = takeItems(replica.store(), *items, trust);
        // As the API says it.
        if (!taken && taken.error().code == Error::Code::Refused) return Error(Error::Code::Forbidden);
        return taken ? Result<void>() : Result<void>(taken.error());
    }
    // As it was at some time: a copy of the database.
    void backUp()
    {
        replica.close();
        QFile::remove(m_backup.filePath(QStringLiteral("copy")));
        QFile::copy(replica.path(), m_backup.filePath(QStringLiteral("copy")));
        replica.open();
        m_hasBackup = true;
    }
    bool restore()
    {
        if (!m_hasBackup) return false;
        replica.close();
        QFile::remove(replica.path());
        QFile::copy(m_backup.filePath(QStringLiteral("copy")), replica.path());
        replica.open();
        return true;
    }

private:
    QTemporaryDir m_backup;
    bool m_hasBackup = false;
};

// A console: its replica and its half of the exchange.
class Console {
public:
    explicit Console(const QString &name) : name(name) {}

    QString name;
    Replica replica;
    Exchange exchange;
    qint64 clock = 1'700'000'000'000;
    Result<wire::Changes> old = Error(); // a page that came earlier

    Store &store() { return replica.store(); }
    void restart()
    {
        replica.close();
        replica.open();
        exchange = Exchange();
    }

    // One request and its answer. False: nothing to do.
    Result<bool> step(Server &server, std::mt19937 &random, const Weather &weather, int pageLimit)
    {
        const auto chance = [&](int percent) { return int(random() % 100) < percent; };
        const auto step = exchange.next(store());
        if (!step) return step.error();
        if (std::holds_alternative<Exchange::Done>(*step)) return false;
        if (chance(weather.lost)) {
            exchange.reconnected();
            return true;
        }
        const auto ask = [&]() -> Result<QByteArray> {
            if (const auto *pull = std::get_if<Exchange::Pull>(&*step)) return server.changes(pull->after, pageLimit);
            if (const auto *push = std::get_if<Exchange::Push>(&*step)) {
                const auto done = server.push(push->body);
                return done ? Result<QByteArray>(QByteArray("{}")) : Result<QByteArray>(done.error());
            }
            const auto missing = server.replica.store().replica().missing(std::get<Exchange::AskMissing>(*step).revisions);
            if (!missing) return missing.error();
            return QJsonDocument(wire::writeRevisions(*missing)).toJson();
        };
        auto answer = ask();
        if (chance(weather.twice)) answer = ask();
        if (chance(weather.killed)) {
            restart();
            return true;
        }
        if (chance(weather.unanswered)) {
            exchange.reconnected();
            return true;
        }
        if (answer && chance(weather.torn)) answer->truncate(qsizetype(random() % quint32(answer->size() + 1)));
        return handIn(*step, answer, chance(weather.late));
    }

private:
    Result<bool> handIn(const Exchange::Step &step, const Result<QByteArray> &answer, bool late)
    {
        const auto good = [](const Result<Exchange::Effect> &effect) { return effect ? Result<bool>(true) : Result<bool>(effect.error()); };
        if (!answer) return good(exchange.refused(store(), answer.error()));
        if (std::holds_alternative<Exchange::Pull>(step)) {
            if (late && old) {
                if (const auto done = good(exchange.pulled(store(), *old)); !done) return done;
            }
            const auto page = wire::readChanges(*answer);
            if (!page) return true; // half a packet: asked again
            if (const auto done = good(exchange.pulled(store(), *page)); !done) return done;
            old = page;
            return true;
        }
        if (std::holds_alternative<Exchange::Push>(step)) return good(exchange.pushed(store()));
        const auto missing = wire::readRevisions(QJsonDocument::fromJson(*answer).object());
        if (!missing) return true;
        return good(exchange.missing(store(), *missing));
    }
};

} // namespace vox::test
