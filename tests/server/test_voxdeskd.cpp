#include "app/cluster/private_cluster.h"
#include "models/documents/canonical_json.h"
#include "models/sync/wire.h"
#include "tests/server/voxdeskd_program.h"
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject agentNamed(const QString &name) { return {{u"content"_s, QJsonObject{{u"name"_s, name}}}}; }

} // namespace

// The program itself: starts and stops, dies and comes back, shares a database with another.
class TestVoxdeskd : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
        m_data = m_folder.filePath(u"server"_s);
        m_one = std::make_unique<VoxdeskdProgram>(m_data, VoxdeskdProgram::freePort());
        QVERIFY2(m_one->start(), qPrintable(m_one->complaints()));
        QVERIFY(m_one->out().contains("/join#vxi_"_L1));
        m_owner = m_one->becomeOwner();
        QVERIFY(m_owner.startsWith("vxs_"));
    }

    void secondStartKnowsItsOwner()
    {
        QCOMPARE(m_one->stop(), 0);
        QVERIFY2(m_one->start(), qPrintable(m_one->complaints()));
        QVERIFY(!m_one->out().contains("/join#"_L1));
        QCOMPARE(m_one->ask("GET", "me", m_owner).status, 200);
    }

    void mistakesAreExplained()
    {
        VoxdeskdProgram other(m_folder.filePath(u"other"_s), m_one->port());
        QVERIFY(!other.start({u"--database"_s, u"postgresql://nobody@127.0.0.1:1/none"_s}));
        QVERIFY2(other.complaints().contains("127.0.0.1"_L1), qPrintable(other.complaints()));
        VoxdeskdProgram wrong(m_data, 0);
        QVERIFY(!wrong.start({u"--tls-cert"_s, u"/nowhere"_s}));
        QCOMPARE(wrong.stop(), 2);
        VoxdeskdProgram taken(m_data, m_one->port());
        QVERIFY(!taken.start());
        QVERIFY2(taken.complaints().contains(QString::number(m_one->port())), qPrintable(taken.complaints()));
    }

    // kill -9 between any two bytes: what was acknowledged is there, what was not is whole or absent.
    void killedWhileItWrites()
    {
        QSet<QString> acknowledged;
        std::thread writer([&] {
            for (int i = 0;; ++i) {
                RawClient raw(m_one->port());
                const QByteArray body = QJsonDocument(agentNamed(u"Killed %1"_s.arg(i))).toJson();
                const auto answer = raw.ask("POST", "/api/v1/agents", ("Authorization: Bearer " + m_owner + "\r\n").toStdString(), body.toStdString());
                if (!answer) return;
                if (answer->status == 201) acknowledged.insert(u"Killed %1"_s.arg(i));
                if (acknowledged.size() == 15) m_enough = true;
            }
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_enough, 30000);
        m_one->kill();
        writer.join();
        QVERIFY2(m_one->start(), qPrintable(m_one->complaints()));
        const auto listed = m_one->ask("GET", "agents?name=killed&limit=200", m_owner).json.value("items"_L1).toArray();
        QSet<QString> there;
        for (const QJsonValue &item : listed) {
            there.insert(item["name"_L1].toString());
            QCOMPARE(m_one->ask("GET", "agents/" + item["id"_L1].toString().toLatin1(), m_owner).status, 200);
        }
        QVERIFY(there.contains(acknowledged));
        QVERIFY(there.size() <= acknowledged.size() + 1);
    }

    // A desk pushes page after page while the server dies three times: each page is there whole or not at all, the desk sends
    // again what it has no answer for, and in the end nothing is missing and nothing is there twice.
    void killedDuringAPush()
    {
        constexpr int kPages = 60, kDocuments = 40;
        QList<QJsonObject> pages;
        QList<QStringList> revisions;
        for (int page = 0; page < kPages; ++page) {
            QList<ReplicaItem> items;
            QStringList ids;
            for (int i = 0; i < kDocuments; ++i) {
                const auto document = DocumentId::make({1'700'000'000'000 + page});
                QStringList parents;
                for (int step = 0; step < 2; ++step) {
                    const QByteArray content = canonicalJson(QJsonObject{{u"name"_s, u"Pushed %1 %2"_s.arg(page).arg(i)}, {u"goal_ms"_s, 500 + step}});
                    const Revision header = makeRevision(document, u"agent"_s, 1, parents, u"desk"_s, {1'700'000'000'000 + step}, {}, content);
                    parents = {header.id()};
                    ids.append(header.id());
                    items.append(RevisionItem{header, content});
                }
            }
            pages.append(QJsonDocument::fromJson(wire::writePush(items)).object());
            revisions.append(ids);
        }
        std::atomic<int> answered = 0;
        for (const int dies : {5, 23, 41}) {
            std::thread desk([&] {
                RawClient raw(m_one->port());
                const std::string auth = ("Authorization: Bearer " + m_owner + "\r\n").toStdString();
                while (answered < kPages) {
                    const auto answer = raw.ask("POST", "/api/v1/sync/items", auth, QJsonDocument(pages[answered]).toJson(QJsonDocument::Compact).toStdString());
                    if (!answer || answer->status != 200) return;
                    ++answered;
                }
            });
            QTRY_VERIFY_WITH_TIMEOUT(answered >= dies, 30000);
            m_one->kill();
            desk.join();
            QVERIFY2(m_one->start(), qPrintable(m_one->complaints()));
            for (int page = 0; page < kPages; ++page) {
                const auto missing = m_one->ask("POST", "sync/missing", m_owner, wire::writeRevisions(revisions[page])).json.value("revisions"_L1).toArray().size();
                if (page < answered) QCOMPARE(missing, 0);
                else if (page == answered) QVERIFY(missing == 0 || missing == revisions[page].size());
                else QCOMPARE(missing, revisions[page].size());
            }
        }
        for (; answered < kPages; ++answered) QCOMPARE(m_one->ask("POST", "sync/items", m_owner, pages[answered]).status, 200);
        QMap<QString, int> seen;
        QString after;
        for (bool more = true; more;) {
            const auto changes = m_one->ask("GET", "sync/changes?limit=2000&after=" + QUrl::toPercentEncoding(after), m_owner).json;
            for (const QJsonValue &item : changes.value("items"_L1).toArray())
                if (const auto read = wire::readItems(QJsonArray{item}, wire::Unknown::Skip); read && !read->items.isEmpty())
                    if (const auto *revision = std::get_if<RevisionItem>(&read->items.first())) ++seen[revision->header.id()];
            after = changes.value("next"_L1).toString();
            more = changes.value("more"_L1).toBool();
        }
        for (const QStringList &page : revisions)
            for (const QString &id : page) QCOMPARE(seen.value(id), 1);
        QCOMPARE(m_one->ask("GET", "agents?conflict=true", m_owner).json.value("items"_L1).toArray().size(), 0);
    }

    void eventsGoOnAfterARestart()
    {
        EventsClient events(m_one->port(), m_owner, std::nullopt);
        QVERIFY(events.isOpen());
        QCOMPARE(m_one->ask("POST", "agents", m_owner, agentNamed(u"Event 1"_s)).status, 201);
        const QJsonObject first = events.next();
        QCOMPARE(first.value("type"_L1).toString(), u"document.revised"_s);
        m_one->kill();
        QVERIFY(events.next().isEmpty());
        QVERIFY(m_one->start());
        QCOMPARE(m_one->ask("POST", "agents", m_owner, agentNamed(u"Event 2"_s)).status, 201);
        EventsClient again(m_one->port(), m_owner, first.value("cursor"_L1).toString().toLatin1());
        QCOMPARE(again.next()["facts"_L1]["name"_L1].toString(), u"Event 2"_s);
        QCOMPARE(m_one->ask("POST", "agents", m_owner, agentNamed(u"Event 3"_s)).status, 201);
        QCOMPARE(again.next()["facts"_L1]["name"_L1].toString(), u"Event 3"_s);
        EventsClient lost(m_one->port(), m_owner, QByteArray("no place"));
        QVERIFY(lost.next().isEmpty());
        QVERIFY(!EventsClient(m_one->port(), "vxs_forged", std::nullopt).isOpen());
    }

    void twoServersOverOneDatabase()
    {
        VoxdeskdProgram two(m_data, VoxdeskdProgram::freePort());
        QVERIFY2(two.start(), qPrintable(two.complaints()));
        QCOMPARE(two.ask("GET", "me", m_owner).status, 200);
        EventsClient events(two.port(), m_owner, std::nullopt);
        QVERIFY(events.isOpen());
        QElapsedTimer since;
        QList<qint64> delays;
        for (int i = 0; i < 10; ++i) {
            since.start();
            QCOMPARE(m_one->ask("POST", "agents", m_owner, agentNamed(u"Shared %1"_s.arg(i))).status, 201);
            QCOMPARE(events.next()["facts"_L1]["name"_L1].toString(), u"Shared %1"_s.arg(i));
            delays.append(since.elapsed());
        }
        std::sort(delays.begin(), delays.end());
        qInfo("from a write at one server to the event at the other: median %lld ms, longest %lld ms", delays[5], delays.last());

        // A publication that waits: moved once, whoever of the two was faster.
        const auto before = m_one->ask("GET", "environments/staging", m_owner).json;
        QJsonObject body{{u"documents"_s, QJsonObject()}, {u"message"_s, u"later"_s}, {u"at_utc_ms"_s, QDateTime::currentMSecsSinceEpoch() + 1500}};
        QCOMPARE(m_one->ask("POST", "environments/staging/schedule", m_owner, body).status, 200);
        const auto moved = [&] {
            const auto now = two.ask("GET", "environments/staging", m_owner).json;
            return now.value("scheduled_release"_L1).toString().isEmpty() && now.value("release"_L1) != before.value("release"_L1);
        };
        QTRY_VERIFY_WITH_TIMEOUT(moved(), 20000);
        QCOMPARE(two.ask("GET", "environments/staging", m_owner).json.value("generation"_L1).toInt(), before.value("generation"_L1).toInt() + 2);
        int published = 0;
        for (const QJsonValue &entry : two.ask("GET", "audit?action=environment.published", m_owner).json.value("items"_L1).toArray())
            published += entry["facts"_L1]["scheduled"_L1].toBool();
        QCOMPARE(published, 1);

        // Signing out at one counts at the other within a second.
        const auto session = m_one->ask("POST", "sign-in", {}, {{u"email"_s, u"ann@example.org"_s}, {u"password"_s, u"a long test passphrase"_s}}).json;
        const QByteArray token = session.value("token"_L1).toString().toLatin1();
        QCOMPARE(two.ask("GET", "me", token).status, 200);
        QVERIFY(m_one->ask("POST", "sign-out", token).status < 300);
        QElapsedTimer took;
        took.start();
        QTRY_COMPARE(two.ask("GET", "me", token).status, 401);
        QVERIFY2(took.elapsed() < 1500, qPrintable(QString::number(took.elapsed()))); // a second, and what a busy machine adds
        QCOMPARE(m_one->ask("GET", "me", token).status, 401);
        QCOMPARE(two.stop(), 0);
    }

    void databaseRestartsUnderLoad()
    {
        const auto cluster = PrivateCluster::start(m_data + u"/postgres"_s);
        QVERIFY(cluster);
        std::atomic<bool> ends = false;
        std::atomic<int> good = 0, refused = 0;
        QStringList acknowledged;
        std::thread load([&] {
            const std::string auth = ("Authorization: Bearer " + m_owner + "\r\n").toStdString();
            std::unique_ptr<RawClient> raw;
            for (int i = 0; !ends; ++i) {
                if (!raw) raw = std::make_unique<RawClient>(m_one->port());
                const QString name = u"Restart %1"_s.arg(i);
                const auto answer = raw->ask("POST", "/api/v1/agents", auth, QJsonDocument(agentNamed(name)).toJson().toStdString());
                if (!answer) raw.reset();
                else if (answer->status == 201) ++good, acknowledged.append(name);
                else ++refused;
            }
        });
        QTRY_VERIFY_WITH_TIMEOUT(good >= 10, 30000);
        QVERIFY((*cluster)->restart());
        const int then = good;
        QTRY_VERIFY_WITH_TIMEOUT(good >= then + 10, 60000);
        ends = true;
        load.join();
        qInfo("%d written, %d refused while the database restarted", good.load(), refused.load());
        QTRY_COMPARE(m_one->ask("GET", "health", {}).status, 200); // the line that listens to the feed comes back a moment later
        QSet<QString> there;
        QByteArray after;
        do {
            const auto page = m_one->ask("GET", "agents?name=restart&limit=200&after=" + after, m_owner).json;
            for (const QJsonValue &item : page.value("items"_L1).toArray()) there.insert(item["name"_L1].toString());
            after = QUrl::toPercentEncoding(page.value("next"_L1).toString());
        } while (!after.isEmpty());
        for (const QString &name : acknowledged) QVERIFY2(there.contains(name), qPrintable(name));
        // Each worker comes back by itself: a client that meets one that has not yet tries again.
        std::unique_ptr<EventsClient> events;
        bool open = false, written = false;
        QTRY_VERIFY_WITH_TIMEOUT(open = open || (events = std::make_unique<EventsClient>(m_one->port(), m_owner, std::nullopt))->isOpen(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(written = written || m_one->ask("POST", "agents", m_owner, agentNamed(u"After"_s)).status == 201, 20000);
        QCOMPARE(events->next()["facts"_L1]["name"_L1].toString(), u"After"_s);
    }

    void noTokenIsInTheLog()
    {
        QFile log(m_data + u"/log-%1"_s.arg(m_one->port()));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray text = log.readAll();
        QVERIFY(text.contains("\"what\":\"request\""));
        QVERIFY(!text.contains(m_owner) && !text.contains("a long test passphrase"));
    }

    void cleanupTestCase()
    {
        if (m_one) QCOMPARE(m_one->stop(), 0);
    }

private:
    QTemporaryDir m_folder;
    QString m_data;
    std::unique_ptr<VoxdeskdProgram> m_one;
    QByteArray m_owner;
    std::atomic<bool> m_enough = false;
};

QTEST_GUILESS_MAIN(TestVoxdeskd)
#include "test_voxdeskd.moc"
