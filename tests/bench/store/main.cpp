#include "app/cluster/private_cluster.h"
#include "models/documents/canonical_json.h"
#include "models/store/postgres/postgres_server.h"
#include "models/store/sqlite/sqlite_store.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

// Beside what it took, what this process worked for it: that is the same on a busy machine.
struct Cost {
    std::vector<double> took, worked;
};

void report(const char *what, Cost cost)
{
    const auto at = [](std::vector<double> &values, std::size_t percent) {
        std::sort(values.begin(), values.end());
        return values[values.size() * percent / 100];
    };
    std::printf("%-42s p50 %7.2f ms   p95 %7.2f ms   of which work: p50 %7.2f ms   p95 %7.2f ms\n", what, at(cost.took, 50), at(cost.took, 95),
                at(cost.worked, 50), at(cost.worked, 95));
    std::fflush(stdout);
}

double timed(const std::function<bool()> &work)
{
    QElapsedTimer clock;
    clock.start();
    if (!work()) qFatal("a step failed");
    return double(clock.nsecsElapsed()) / 1e6;
}

void measure(const char *what, int times, const std::function<bool(int)> &work)
{
    Cost cost;
    for (int i = 0; i < times; ++i) {
        const auto before = std::clock();
        cost.took.push_back(timed([&] { return work(i); }));
        cost.worked.push_back(double(std::clock() - before) * 1000 / CLOCKS_PER_SEC);
    }
    report(what, cost);
}

// Words as often as in a language: the n-th with a weight of 1/n.
class Vocabulary {
public:
    Vocabulary()
    {
        const QStringList starts{u"за"_s, u"до"_s, u"при"_s, u"пере"_s, u"от"_s, u"вы"_s, u"по"_s, u"ko"_s, u"in"_s, u"re"_s, u"ma"_s, u"de"_s};
        const QStringList middles{u"каз"_s, u"став"_s, u"лож"_s, u"нес"_s, u"вод"_s, u"дел"_s, u"port"_s, u"tur"_s, u"sid"_s, u"lan"_s, u"ver"_s, u"mon"_s};
        const QStringList ends{u"ка"_s, u"ить"_s, u"ение"_s, u"ого"_s, u"ами"_s, u"ает"_s, u"er"_s, u"ing"_s, u"ed"_s, u"s"_s, u"al"_s, u"ate"_s};
        for (int i = 0; i < 12'000; ++i)
            m_words.append(starts[m_random.bounded(12)] + middles[m_random.bounded(12)] + (i % 3 ? middles[m_random.bounded(12)] : QString()) + ends[m_random.bounded(12)]);
    }
    QString word() { return m_words[qsizetype(std::exp(m_random.generateDouble() * std::log(double(m_words.size())))) - 1]; }
    QString text(int words)
    {
        QString out;
        for (int i = 0; i < words; ++i) out += word() + u' ';
        return out;
    }
    QRandomGenerator &random() { return m_random; }

private:
    QRandomGenerator m_random{2026};
    QStringList m_words;
};

void fillConversations(Store &store, int count, Vocabulary &words)
{
    QElapsedTimer clock;
    clock.start();
    for (int from = 0; from < count; from += 2000) {
        QList<ConversationStore::Entry> entries;
        for (int i = from; i < qMin(count, from + 2000); ++i) {
            ConversationRow row;
            row.started = {1'700'000'000'000 + qint64(i) * 20'000};
            row.id = ConversationId::make(row.started);
            row.agent = u"agent%1"_s.arg(i % 20);
            row.language = i % 3 ? u"ru"_s : u"en"_s;
            row.p95Ms = 200 + words.random().bounded(1500);
            entries.append({row, "events", words.text(60)});
        }
        if (!store.conversations().put(entries)) qFatal("put failed");
    }
    std::printf("%d conversations of 60 words written in %.0f s\n", count, double(clock.elapsed()) / 1000);
    std::fflush(stdout);
}

void searchConversations(Store &store, Vocabulary &words)
{
    for (int letters = 1; letters <= 8; ++letters)
        measure(qPrintable(u"search, %1 letter(s)"_s.arg(letters)), 200, [&](int) {
            ConversationQuery query;
            query.text = words.word().left(letters);
            return store.conversations().query(query).hasValue();
        });
    measure("search, two words and a filter", 200, [&](int) {
        ConversationQuery query;
        query.text = words.word() + u' ' + words.word().left(5);
        query.slowerThanMs = 800;
        return store.conversations().query(query).hasValue();
    });
    measure("newest page", 200, [&](int) { return store.conversations().query({}).hasValue(); });
}

QList<ReplicaItem> manyDocuments(int count, int first)
{
    QList<ReplicaItem> out;
    for (int i = first; i < first + count; ++i) {
        const QByteArray content = canonicalJson(QJsonObject{{u"name"_s, u"Agent %1"_s.arg(i)}, {u"note"_s, QString(2000, QChar(u'a' + i % 26))}, {u"n"_s, i}});
        out.append(RevisionItem{makeRevision(DocumentId::make({1'700'000'000'000 + i}), u"agent"_s, 1, {}, u"person"_s, {1'700'000'000'000 + i}, {}, content), content});
    }
    return out;
}

QList<DocumentId> receiveDocuments(Store &store, int count)
{
    QList<DocumentId> ids;
    double total = 0;
    for (int from = 0; from < count; from += 500) {
        const auto items = manyDocuments(qMin(500, count - from), from);
        for (const ReplicaItem &item : items) ids.append(std::get<RevisionItem>(item).header.document);
        total += timed([&] { return store.replica().receive(items, Origin::Elsewhere).hasValue(); });
    }
    std::printf("%d documents of 2 KB received, 500 a page, in %.2f s\n", count, total / 1000);
    QElapsedTimer clock;
    clock.start();
    FeedCursor cursor;
    for (bool more = true; more;) {
        const auto page = store.feed().after(cursor, 500);
        if (!page || !store.replica().items(page->entries)) qFatal("reading failed");
        cursor = page->next;
        more = page->more;
    }
    std::printf("and read for another replica in %.2f s\n", double(clock.elapsed()) / 1000);
    std::fflush(stdout);
    return ids;
}

void useDocuments(Store &store, const QList<DocumentId> &ids, QRandomGenerator &random)
{
    DocumentStore &documents = store.documents();
    const auto any = [&] { return ids[random.bounded(int(ids.size()))]; };
    measure("get: row and content", 2000, [&](int) {
        const auto row = documents.find(any());
        return row && documents.content(row->head());
    });
    measure("page of 50 by name", 500, [&](int) { return documents.page({u"agent"_s}).hasValue(); });
    measure("page of 50, newest first", 500, [&](int) {
        return documents.page({u"agent"_s, DocumentStore::Deleted::Hide, {}, DocumentStore::Sort::NewestFirst}).hasValue();
    });
    measure("page of 50 whose names hold a part", 100, [&](int i) {
        return documents.page({u"agent"_s, DocumentStore::Deleted::Hide, u"t 99%1"_s.arg(i)}).hasValue();
    });
    measure("addRevision", 1000, [&](int i) {
        const auto row = documents.find(any());
        const QByteArray content = canonicalJson(QJsonObject{{u"name"_s, row->name}, {u"n"_s, i}});
        const auto revision = makeRevision(row->id, u"agent"_s, 1, row->heads, u"person"_s, {1'700'000'000'000 + i}, {}, content);
        return documents.addRevision(revision, content, row->name, DocumentStore::Copy::Discard).hasValue();
    });
}

} // namespace

// Prints what stores cost: bench_store [sqlite|postgres] [conversations] [documents]. Figures, not a test.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const int conversations = arguments.value(2, u"100000"_s).toInt(), documents = arguments.value(3, u"10000"_s).toInt();
    QTemporaryDir folder;
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
    std::unique_ptr<PrivateCluster> cluster;
    std::unique_ptr<ServerStore> server;
    std::unique_ptr<Store> file;
    Store *store = nullptr;
    const WorkspaceId workspace = WorkspaceId::make({1});
    if (arguments.value(1) == "postgres"_L1) {
        auto started = PrivateCluster::start(folder.filePath(u"postgres"_s));
        if (!started) qFatal("%s", qPrintable(started.error().detail));
        cluster = std::move(*started);
        auto opened = PostgresServerStore::open(cluster->url());
        if (!opened || !(*opened)->createWorkspace({workspace, u"Bench"_s, {1}})) qFatal("no store");
        server = std::move(*opened);
        store = &server->workspace(workspace);
    } else {
        auto opened = SqliteStore::open(folder.filePath(u"workspace.sqlite"_s), {workspace, {1}});
        if (!opened) qFatal("no store");
        file = std::move(*opened);
        store = file.get();
    }
    Vocabulary words;
    if (documents > 0) useDocuments(*store, receiveDocuments(*store, documents), words.random());
    if (conversations > 0) {
        fillConversations(*store, conversations, words);
        if (file) std::printf("file: %.0f MB\n", double(QFileInfo(folder.filePath(u"workspace.sqlite"_s)).size()) / 1e6);
        searchConversations(*store, words);
    }
    return 0;
}
