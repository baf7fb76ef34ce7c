#include "app/ctl/await.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/local_secrets.h"
#include "app/ctl/password_prompt.h"
#include <QRegularExpression>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QString placeText(const DesktopSecrets &secrets)
{
    return secrets.place() == SecretPlace::Kind::Keychain
        ? translated("voxctl", "Kept in the system's keychain.")
        : translated("voxctl", "Kept in an encrypted file whose key lies beside it: this system has no keychain.");
}

int list(const DesktopSecrets &secrets)
{
    for (const QString &name : secrets.names()) print(name);
    complain(placeText(secrets)); // not part of the list that a script reads
    return Good;
}

int change(DesktopSecrets &secrets, const QString &name, const QByteArray &value)
{
    const auto put = await(secrets.put(name, value));
    if (!put) return complain(put.error());
    complain(placeText(secrets));
    return Good;
}

int run(const QString &action, const QString &name)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9_.-]{1,64}$"_s);
    if (action == "list"_L1 && name.isEmpty()) return list(*openSecrets());
    const bool sets = action == "set"_L1;
    if ((!sets && action != "remove"_L1) || name.isEmpty()) {
        complain(Error(Error::Code::Usage, {translated("voxctl", "secrets knows: list, set NAME, remove NAME")}));
        return Usage;
    }
    if (!allowed.match(name).hasMatch()) return complain(Error(Error::Code::BadValue, {u"NAME"_s, name}));
    const auto secrets = openSecrets();
    if (!sets) {
        if (!secrets->names().contains(name)) return complain(Error(Error::Code::SecretMissing, {name}));
        return change(*secrets, name, {});
    }
    const auto value = readSecret(translated("voxctl", "Value of %1: ").arg(name));
    if (!value) return complain(value.error());
    if (value->isEmpty()) return complain(Error(Error::Code::MissingField, {name}));
    return change(*secrets, name, value->toUtf8());
}

} // namespace

std::unique_ptr<DesktopSecrets> openSecrets()
{
    auto secrets = DesktopSecrets::ofThisUser();
    QEventLoop loop;
    QObject::connect(secrets.get(), &DesktopSecrets::ready, &loop, &QEventLoop::quit);
    if (!secrets->isReady()) loop.exec();
    return secrets;
}

int secrets(const QStringList &arguments)
{
    CommandLine line(u"secrets list | set NAME | remove NAME"_s,
                     translated("voxctl", "Keys of providers and tools on this computer. A value is asked for, or read from standard input; it is never shown."));
    if (const auto good = line.read(arguments, 0, 2); !good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    return run(line.positional().value(0), line.positional().value(1));
}

} // namespace vox::ctl
