#include "app/server/server_options.h"
#include "app/cluster/cluster_account.h"
#include <QCommandLineParser>
#include <QStandardPaths>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The team server of Voxdesk: agents, conversations and people over HTTP and WebSocket."_s);
    parser.addOptions({
        {u"data"_s, u"Folder of the server: private database, log, master key."_s, u"DIR"_s},
        {u"listen"_s, u"Address to listen on (default 127.0.0.1:8470)."_s, u"HOST:PORT"_s},
        {u"public-url"_s, u"How people reach the server, for links in invitations."_s, u"URL"_s},
        {u"database"_s, u"PostgreSQL 13 or newer (postgresql://…). Without it a private one is run in the data folder."_s, u"URL"_s},
        {u"tls-cert"_s, u"Certificate with its chain, PEM."_s, u"FILE"_s},
        {u"tls-key"_s, u"Private key of the certificate, PEM."_s, u"FILE"_s},
        {u"trust-proxy"_s, u"Addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas."_s, u"LIST"_s},
        {u"log"_s, u"Log file, rotated at 10 MB; “-” for the terminal."_s, u"FILE"_s},
        {u"master-key-file"_s, u"File of the keys that secrets are sealed under; VOXDESK_MASTER_KEY goes before it."_s, u"FILE"_s},
        {u"authority"_s, u"Certificates of authorities that identity providers may be vouched for by, besides the system's; PEM."_s, u"FILE"_s},
        {u"workers"_s, u"Database connections that answer requests (default 6)."_s, u"N"_s},
        {u"rate"_s, u"Requests a second of one session or key (default 500; 0: unlimited)."_s, u"N"_s},
        {u"new-owner-link"_s, u"Print a one-time link that makes its bearer an owner, and end."_s},
        {u"help"_s, u"Print this."_s},
        {u"version"_s, u"Print the version."_s},
    });
}

Error wrong(const QString &what) { return Error(Error::Code::Usage, {what}); }

// The user's own data folder. PostgreSQL refuses root and cannot reach root's home, so root's server lives where servers do.
QString standardFolder()
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Voxdesk/server"_s;
    const auto account = ClusterAccount::choose();
    return account && !account->canReach(own + u"/postgres"_s) ? u"/var/lib/voxdesk"_s : own;
}

// "host:port", "[::1]:port"; a port alone keeps the host.
Result<void> readListen(const QString &text, ServerOptions &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const int port = text.mid(colon + 1).toInt(&ok);
    if (!ok || port < 0 || port > 65535) return wrong(u"--listen "_s + text);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']')) host = host.mid(1, host.size() - 2);
    if (!host.isEmpty()) options.host = host;
    options.port = port;
    return {};
}

} // namespace

Result<ServerOptions> ServerOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments)) return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty()) return wrong(parser.positionalArguments().first());
    ServerOptions out;
    out.help = parser.isSet(u"help"_s);
    out.version = parser.isSet(u"version"_s);
    out.data = parser.value(u"data"_s);
    if (out.data.isEmpty()) out.data = standardFolder();
    if (parser.isSet(u"listen"_s))
        if (const auto read = readListen(parser.value(u"listen"_s), out); !read) return read.error();
    out.publicUrl = parser.value(u"public-url"_s);
    out.database = parser.value(u"database"_s);
    out.certificateFile = parser.value(u"tls-cert"_s);
    out.keyFile = parser.value(u"tls-key"_s);
    if (out.certificateFile.isEmpty() != out.keyFile.isEmpty()) return wrong(u"--tls-cert and --tls-key belong together"_s);
    const auto proxies = Proxies::parse(parser.value(u"trust-proxy"_s));
    if (!proxies) return proxies.error();
    out.proxies = *proxies;
    out.logFile = parser.value(u"log"_s);
    out.masterKeyFile = parser.value(u"master-key-file"_s);
    out.authorityFile = parser.value(u"authority"_s);
    out.newOwnerLink = parser.isSet(u"new-owner-link"_s);
    bool ok = true;
    if (parser.isSet(u"workers"_s)) out.workers = parser.value(u"workers"_s).toInt(&ok);
    if (!ok || out.workers < 1 || out.workers > 200) return wrong(u"--workers"_s);
    if (parser.isSet(u"rate"_s)) out.requestsPerSecond = parser.value(u"rate"_s).toDouble(&ok);
    if (!ok || out.requestsPerSecond < 0) return wrong(u"--rate"_s);
    return out;
}

QString ServerOptions::helpText()
{
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace vox
