#pragma once
#include "app/server/server_options.h"
#include <memory>

namespace vox {

// Everything voxdeskd is made of, wired: database, people, routes, door, events. Made, stopped and destroyed on the main
// thread.
class RunningServer {
public:
    // Errors are for the terminal: what is wrong with the database, the address, a file.
    static Result<std::unique_ptr<RunningServer>> start(const ServerOptions &options);
    ~RunningServer();

    // "http://127.0.0.1:8470", as people reach it.
    QString address() const;
    // The first administrator's link; empty when the workspace has an owner.
    QString ownerLink() const;
    // What SIGHUP asks for: the log's file is opened anew, and a renewed certificate is taken. Any thread.
    void refresh();
    // Lets requests under way finish, for ten seconds at most.
    void stop();

    // A further owner's link, without serving anything.
    static Result<QString> newOwnerLink(const ServerOptions &options);

private:
    struct Private;
    explicit RunningServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace vox
