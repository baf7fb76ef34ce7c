#pragma once
#include <QStringList>

// The commands of voxctl. Each takes the arguments after its name and answers the exit status.
namespace vox::ctl {

int talk(const QStringList &arguments);
int suite(const QStringList &arguments);
int demo(const QStringList &arguments);
int agents(const QStringList &arguments);
int conversations(const QStringList &arguments);
int secrets(const QStringList &arguments);
int settings(const QStringList &arguments);
int models(const QStringList &arguments);
int bench(const QStringList &arguments);
int login(const QStringList &arguments);
int logout(const QStringList &arguments);
int sync(const QStringList &arguments);
int server(const QStringList &arguments);
int keys(const QStringList &arguments);
int backup(const QStringList &arguments);
int restore(const QStringList &arguments);

} // namespace vox::ctl
