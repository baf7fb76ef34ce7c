// Fills the private database of a server with agents, for tests/bench/api/run: bench_api_fill DATA COUNT.
#include "app/cluster/private_cluster.h"
#include "models/base/fields.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/agents/agent.h"
#include "models/store/postgres/postgres_server.h"
#include <QCoreApplication>
#include <QDir>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vox;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto fail = [](const Error &error) {
        std::fprintf(stderr, "%s %s\n", qPrintable(error.codeName()), qPrintable(error.detail));
        return 1;
    };
    const int count = app.arguments().value(2).toInt();
    const auto cluster = PrivateCluster::start(QDir(app.arguments().value(1)).filePath(u"postgres"_s));
    if (!cluster) return fail(cluster.error());
    const auto server = PostgresServerStore::open((*cluster)->url());
    if (!server) return fail(server.error());
    const auto workspaces = (*server)->workspaces();
    if (!workspaces || workspaces->isEmpty()) return fail(Error(Error::Code::NotFound));
    Store &store = (*server)->workspace(workspaces->first().id);
    QList<ReplicaItem> page;
    for (int i = 0; i < count; ++i) {
        Agent agent;
        agent.name = u"Agent %1"_s.arg(i, 6, 10, QLatin1Char('0'));
        agent.description = u"Answers about orders, returns and opening hours. "_s.repeated(8);
        const QByteArray content = canonicalJson(toJson(agent));
        const UtcMs at{1'700'000'000'000 + i};
        page.append(RevisionItem{makeRevision(DocumentId::make(at), agentKind().name, agentKind().schema, {}, u"bench"_s, at, {}, content), content});
        if (page.size() < 2000 && i + 1 < count) continue;
        if (const auto received = store.replica().receive(page, Origin::Here); !received) return fail(received.error());
        page.clear();
    }
    const auto first = store.documents().page({agentKind().name});
    if (!first) return fail(first.error());
    std::printf("%s\n", qPrintable(first->rows.first().id.text()));
    return 0;
}
