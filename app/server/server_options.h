#pragma once
#include "app/api/http/proxies.h"
#include <QStringList>

namespace vox {

// What the command line of voxdeskd says.
struct ServerOptions {
    QString data;                    // folder; made when it is not there
    QString host = QStringLiteral("127.0.0.1");
    int port = 8470;
    QString publicUrl;               // how people reach it, for links; empty: host and port
    QString database;                // URL; empty: a private cluster in the data folder
    QString certificateFile, keyFile;
    Proxies proxies;                 // whose X-Forwarded-For is believed
    QString logFile;                 // empty: log/voxdeskd.log in the data folder; "-": the terminal
    QString authorityFile;           // PEM: who else may vouch for identity providers
    QString masterKeyFile;           // empty: master.key in the data folder
    int workers = 6;
    double requestsPerSecond = 500;  // of one session or key; 0: unlimited
    bool newOwnerLink = false;       // print one and end
    bool help = false, version = false;

    // Usage {what is wrong}.
    static Result<ServerOptions> parse(const QStringList &arguments);
    static QString helpText();
};

} // namespace vox
