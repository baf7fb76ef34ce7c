#include "models/sync/conflict.h"
#include "models/sync/settle.h"
#include "tests/unit/models/sync/team.h"
#include <QSet>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// A few desks that edit, decide, delete and exchange over a bad line, from one seed.
class Office {
public:
    Office(quint32 seed, int desks, const Weather &weather) : m_random(seed), m_weather(weather)
    {
        for (int i = 0; i < desks; ++i) {
            consoles.push_back(std::make_unique<Console>(u"desk%1"_s.arg(i)));
            consoles.back()->clock += i == 1 ? -31'536'000'000 : qint64(i) * 5'000; // one clock is a year behind
        }
    }

    Server server;
    std::vector<std::unique_ptr<Console>> consoles;
    QStringList made;                     // every revision a person made
    QHash<QString, DocumentId> tokens;    // intents that were added and never taken out on purpose
    QSet<DocumentId> everDeleted;
    qsizetype mostDocuments = 1000;
    qsizetype mostSides = 0;              // of a conflict that was decided
    QString failure;

    void act()
    {
        Console &desk = *consoles[pick(int(consoles.size()))];
        const int dice = pick(100);
        if ((dice < 6 && m_documents.size() < mostDocuments) || m_documents.isEmpty()) create(desk);
        else if (dice < 40) edit(desk);
        else if (dice < 43) remove(desk);
        else if (dice < 47) restoreDeleted(desk);
        else if (dice < 53) decide(desk);
        else if (dice < 55) desk.restart();
        else exchange(desk, m_weather, 1 + pick(5));
    }

    // The weather clears up: everybody exchanges until nobody has anything to do.
    bool agree()
    {
        for (int round = 0; round < 12; ++round) {
            bool busy = false;
            for (auto &desk : consoles) {
                desk->exchange.reconnected();
                desk->exchange.again();
                const QString before = fingerprint(desk->store());
                for (int i = 0; i < 3000 && exchange(*desk, {}, 50); ++i) {}
                busy = busy || before != fingerprint(desk->store());
            }
            if (!busy) return true;
        }
        return false;
    }

    // Revisions, heads and contents of everything.
    static QString fingerprint(Store &store)
    {
        QStringList lines;
        for (const auto which : {DocumentStore::Deleted::Hide, DocumentStore::Deleted::Only})
            for (const DocumentRow &row : *store.documents().list(agentKind().name, which)) {
                QStringList revisions;
                for (const StoredRevision &revision : *store.documents().history(row.id, 100'000)) revisions.append(revision.id);
                revisions.sort();
                lines.append(row.id.text() + u" heads "_s + headsOf(store, row.id).join(u' ') + u" all "_s + revisions.join(u' '));
            }
        lines.sort();
        return lines.join(u'\n');
    }

    int pick(int below) { return int(m_random() % quint32(below)); }

private:
    bool exchange(Console &desk, const Weather &weather, int pageLimit)
    {
        const auto busy = desk.step(server, m_random, weather, pageLimit);
        if (!busy) failure = busy.error().codeName() + u' ' + busy.error().args.join(u' ') + u' ' + busy.error().detail;
        return busy && *busy;
    }

    std::optional<DocumentRow> known(Console &desk, bool deleted)
    {
        const auto rows = desk.store().documents().list(agentKind().name, deleted ? DocumentStore::Deleted::Only : DocumentStore::Deleted::Hide);
        if (!rows || rows->isEmpty()) return std::nullopt;
        return rows->at(pick(int(rows->size())));
    }

    void create(Console &desk)
    {
        RandomBytes bytes;
        for (quint8 &byte : bytes) byte = quint8(m_random());
        const DocumentId id = DocumentId::make({1'000'000}, bytes);
        made.append(put(desk.store(), id, {}, agentContent(u"agent %1"_s.arg(m_documents.size())), desk.name, ++desk.clock));
        m_documents.append(id);
    }

    void edit(Console &desk)
    {
        const auto row = known(desk, false);
        if (!row) return;
        // Mostly on top of what stands, sometimes on what one had open when it moved.
        RevisionId base = row->heads.at(pick(int(row->heads.size())));
        if (pick(10) == 0) {
            const auto history = desk.store().documents().history(row->id, 6);
            const StoredRevision &older = history->at(pick(int(history->size())));
            if (!older.header.isTombstone()) base = older.id;
        }
        QJsonObject content = contentOf(desk.store(), base);
        if (content.isEmpty()) return;
        change(content, row->id);
        const RevisionId revision = put(desk.store(), row->id, {base}, content, desk.name, ++desk.clock);
        made.append(revision);
        if (const auto settled = settle(desk.store(), row->id); !settled) failure = u"settle"_s;
    }

    void change(QJsonObject &content, DocumentId document)
    {
        const QString value = QString::number(m_random(), 36);
        QJsonArray intents = content.value("intents"_L1).toArray();
        switch (pick(7)) {
        case 0: content.insert("name"_L1, value); return;
        case 1: content.insert("goal_ms"_L1, 100 + pick(5000)); return;
        case 2: content.insert("description"_L1, content.value("description"_L1).toString() + value + u'\n'); return;
        case 3: content.insert("languages"_L1, QJsonArray{u"en"_s, value}); return;
        case 4:
            if (intents.isEmpty()) return;
            if (const int at = pick(int(intents.size())); true) {
                QJsonObject intent = intents[at].toObject();
                intent.insert("name"_L1, value);
                intents.replace(at, intent);
            }
            break;
        case 5:
            if (intents.isEmpty()) return;
            if (const int at = pick(int(intents.size())); true) {
                tokens.remove(intents[at].toObject().value("id"_L1).toString());
                intents.removeAt(at);
            }
            break;
        default:
            intents.insert(pick(int(intents.size()) + 1), QJsonObject{{u"id"_s, value}, {u"name"_s, u"new"_s}});
            tokens.insert(value, document);
        }
        content.insert("intents"_L1, intents);
    }

    void remove(Console &desk)
    {
        const auto row = known(desk, false);
        if (!row) return;
        made.append(putTombstone(desk.store(), row->id, {row->heads.at(pick(int(row->heads.size())))}, desk.name, ++desk.clock));
        everDeleted.insert(row->id);
    }

    void restoreDeleted(Console &desk)
    {
        const auto row = known(desk, true);
        if (!row) return;
        const RevisionId tombstone = row->head();
        const auto header = desk.store().documents().revision(tombstone);
        if (!header->header.isTombstone()) return;
        const QJsonObject content = contentOf(desk.store(), header->header.parents.value(0));
        if (content.isEmpty()) return;
        made.append(put(desk.store(), row->id, {tombstone}, content, desk.name, ++desk.clock));
    }

    void decide(Console &desk)
    {
        const auto split = desk.store().replica().splitDocuments();
        if (!split || split->isEmpty()) return;
        const DocumentId id = split->at(pick(int(split->size())));
        const auto conflict = findConflict(desk.store(), id, desk.name);
        if (!conflict || conflict->readOnly) return;
        mostSides = std::max(mostSides, conflict->sides.size());
        QHash<QString, int> choices;
        for (const ConflictPlace &place : conflict->places) {
            choices.insert(place.path, pick(int(place.values.size())));
            // Whoever decides about an intent somebody deleted may let it go.
            for (auto it = tokens.begin(); it != tokens.end();) it = place.path.contains(it.key()) ? tokens.erase(it) : ++it;
        }
        std::optional<QJsonObject> content = withChoices(*conflict, choices);
        if (conflict->anyDeleted() && pick(2) == 0) content.reset();
        if (content && content->isEmpty()) return;
        if (!content) everDeleted.insert(id);
        const auto done = resolve(desk.store(), {id, conflict->heads(), content, desk.name, u"decided"_s, {++desk.clock}});
        if (!done) failure = u"resolve "_s + done.error().codeName();
        else made.append(*done);
    }

    std::mt19937 m_random;
    Weather m_weather;
    QList<DocumentId> m_documents;
};

} // namespace

class TestReplicas : public QObject {
    Q_OBJECT

    qsizetype m_decidedAtOnce = 0;

    static void lookAtTheEnd(Office &office)
    {
        QVERIFY2(office.agree(), qPrintable(office.failure));
        const QString truth = Office::fingerprint(office.server.replica.store());
        for (auto &desk : office.consoles) {
            if (Office::fingerprint(desk->store()) != truth)
                qDebug().noquote() << desk->name << "\n" << Office::fingerprint(desk->store()).left(3000) << "\nserver\n" << truth.left(3000);
            QVERIFY(Office::fingerprint(desk->store()) == truth);
            QCOMPARE(*Exchange::pending(desk->store()), 0);
        }
        // Every revision anybody made is there; heads are all that nobody built upon, so it is below one of them.
        for (const RevisionId &id : office.made) QVERIFY2(truth.contains(id), qPrintable(id));
        Store &store = office.server.replica.store();
        for (const DocumentId &id : *store.replica().splitDocuments()) QCOMPARE(settle(store, id)->merges, 0);
        // What somebody added and nobody took out stands in a head.
        for (auto it = office.tokens.cbegin(); it != office.tokens.cend(); ++it) {
            if (office.everDeleted.contains(it.value())) continue;
            bool found = false;
            for (const RevisionId &head : headsOf(store, it.value()))
                for (const QJsonValue &intent : contentOf(store, head).value("intents"_L1).toArray())
                    found = found || intent.toObject().value("id"_L1).toString() == it.key();
            QVERIFY2(found, qPrintable(it.key()));
        }
    }

private slots:
    void everybody_agrees_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("desks");
        for (quint32 seed = 1; seed <= quint32(qEnvironmentVariableIntValue("VOX_SEEDS") > 0 ? qEnvironmentVariableIntValue("VOX_SEEDS") : 24); ++seed)
            QTest::addRow("seed %u", seed) << seed << 2 + int(seed % 4);
    }
    void everybody_agrees()
    {
        QFETCH(quint32, seed);
        QFETCH(int, desks);
        Office office(seed, desks, {8, 8, 10, 6, 10, 4});
        for (int i = 0; i < 260; ++i) office.act();
        lookAtTheEnd(office);
    }

    // Few documents, long absences: three and more versions of one wait for a decision.
    void many_versions_of_one_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed) QTest::addRow("seed %u", seed) << seed;
    }
    void many_versions_of_one()
    {
        QFETCH(quint32, seed);
        Office office(seed + 900, 6, {8, 8, 10, 6, 10, 4});
        office.mostDocuments = 2;
        for (int i = 0; i < 400; ++i) office.act();
        m_decidedAtOnce = std::max(m_decidedAtOnce, office.mostSides);
        lookAtTheEnd(office);
    }
    void three_and_more_were_decided_at_once() { QVERIFY(m_decidedAtOnce > 2); }

    void a_server_from_a_backup_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("otherFeed");
        for (quint32 seed = 1; seed <= 6; ++seed) QTest::addRow("seed %u", seed) << seed << (seed % 2 == 0);
    }
    // The server forgets its last hours, in the same or in another database; the desks give back what it lost.
    void a_server_from_a_backup()
    {
        QFETCH(quint32, seed);
        QFETCH(bool, otherFeed);
        Office office(seed + 500, 3, {4, 4, 4, 4, 4, 2});
        for (int i = 0; i < 120; ++i) office.act();
        office.server.backUp();
        for (int i = 0; i < 120; ++i) office.act();
        for (auto &desk : office.consoles)
            for (int i = 0; i < 20; ++i) desk->step(office.server, *std::make_unique<std::mt19937>(seed), {}, 50).valueOr(false);
        QVERIFY(office.server.restore());
        if (otherFeed) office.server.feed = u"feed-2"_s;
        for (auto &desk : office.consoles) desk->exchange.reconnected();
        for (int i = 0; i < 60; ++i) office.act();
        lookAtTheEnd(office);
    }

    void equal_seeds_give_equal_histories()
    {
        Office one(77, 3, {8, 8, 10, 6, 10, 4}), other(77, 3, {8, 8, 10, 6, 10, 4});
        for (Office *office : {&one, &other})
            for (int i = 0; i < 120; ++i) office->act();
        QVERIFY(!one.made.isEmpty());
        QCOMPARE(one.made, other.made);
        QCOMPARE(Office::fingerprint(one.server.replica.store()), Office::fingerprint(other.server.replica.store()));
    }
};

QTEST_GUILESS_MAIN(TestReplicas)
#include "test_replicas.moc"
