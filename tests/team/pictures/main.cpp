// Pictures of the pages about a team, of a console beside a real server with people, keys, secrets and an audit; not a test.
// voxdesk-team-pictures FOLDER
#include "app/console/console.h"
#include "app/remote/server_connection.h"
#include "tests/desks/running_server.h"
#include "tests/team/team_console.h"
#include "tests/unit/app/workspace/await.h"
#include "ui/kit/style.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_window.h"
#include "ui/viewmodels/shell_appearance.h"
#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

struct Person {
    QString name, email, role;
};

QList<Person> colleagues()
{
    return {{u"Alina Vale"_s, u"alina@example.org"_s, u"builder"_s},
            {u"Денис Соколов"_s, u"denis@example.org"_s, u"builder"_s},
            {u"Marta Kern"_s, u"marta@example.org"_s, u"qa"_s},
            {u"Tom Reed"_s, u"tom@example.org"_s, u"supervisor"_s},
            {u"Светлана Орлова"_s, u"svetlana@example.org"_s, u"support"_s},
            {u"Peter Lang"_s, u"peter@example.org"_s, u"viewer"_s}};
}

// One call to the server; says what went wrong and goes on.
QJsonValue call(ServerConnection &server, const char *method, const QString &path, const QJsonValue &body = QJsonValue::Undefined)
{
    const auto answer = await(server.call(method, path, body));
    if (!answer) qWarning("%s %s: %s %s", method, qPrintable(path), qPrintable(answer.error().codeName()), qPrintable(answer.error().detail));
    return answer ? *answer : QJsonValue();
}

QJsonObject demoAgent(const QString &name)
{
    QFile file(QStringLiteral(VOX_SOURCE_DIR "/resources/demo/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object().value("content"_L1).toObject() : QJsonObject();
}

// What a small team does in its first hour.
void work(const ServerAddress &address)
{
    ServerConnection owner(address), nobody(address);
    const QString password = QString::fromLatin1(TeamConsole::password);
    owner.setToken(call(nobody, "POST", u"sign-in"_s, QJsonObject{{u"email"_s, u"anna@example.org"_s}, {u"password"_s, password}})["token"_L1].toString());
    for (const Person &person : colleagues()) {
        const QString token = call(owner, "POST", u"invitations"_s, QJsonObject{{u"role"_s, person.role}, {u"email"_s, person.email}})["token"_L1].toString();
        const auto joined = call(nobody, "POST", u"invitations/accept"_s,
                                 QJsonObject{{u"token"_s, token}, {u"name"_s, person.name}, {u"email"_s, person.email}, {u"password"_s, password}});
        if (person.role != "builder"_L1) continue;
        ServerConnection builder(address);
        builder.setToken(joined["token"_L1].toString());
        const QString demo = person.name == "Alina Vale"_L1 ? u"order_desk"_s : u"first_line"_s;
        call(builder, "POST", u"agents"_s, QJsonObject{{u"content"_s, demoAgent(demo)}});
    }
    call(owner, "POST", u"invitations"_s, QJsonObject{{u"role"_s, u"viewer"_s}, {u"email"_s, u"lena@example.org"_s}});
    for (const char *name : {"openai", "yandex", "crm"}) call(owner, "PUT", u"secrets/"_s + QString::fromLatin1(name), QJsonObject{{u"value"_s, u"not a real key at all"_s}});
    call(owner, "POST", u"keys"_s, QJsonObject{{u"name"_s, u"Nightly suites"_s}, {u"scopes"_s, QJsonArray{u"documents:read"_s, u"conversations:write"_s}}});
    call(owner, "POST", u"keys"_s, QJsonObject{{u"name"_s, u"Reports"_s}, {u"scopes"_s, QJsonArray{u"documents:read"_s}}});
    call(owner, "POST", u"environments/staging/publish"_s, QJsonObject{{u"message"_s, u"First version for the team"_s}});
    call(nobody, "POST", u"sign-in"_s, QJsonObject{{u"email"_s, u"tom@example.org"_s}, {u"password"_s, u"not his password"_s}});
}

// The list of a page has come, if it has one.
void settle(TeamConsole &console)
{
    Q_UNUSED(QTest::qWaitFor([&] {
        for (const auto *view : console.window().current()->findChildren<QAbstractItemView *>())
            if (view->isVisible() && view->model() && view->model()->rowCount() > 0) return true;
        return false;
    }, 1'500));
    for (int i = 0; i < 20; ++i) QApplication::processEvents();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir configuration; // nothing of the person's own
    qputenv("XDG_CONFIG_HOME", configuration.path().toLocal8Bit());
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationName(u"Voxdesk"_s);
    kit::Style &style = kit::Style::install(app);
    const QString folder = app.arguments().value(1);
    if (folder.isEmpty() || !QDir().mkpath(folder)) qFatal("voxdesk-team-pictures FOLDER");
    VoxdeskdProgram server;
    if (const QString said = server.start(); !said.isEmpty()) qFatal("%s", qPrintable(said));
    TeamConsole anna(style);
    if (!anna.openHome()) qFatal("the console does not open");
    if (const QString said = anna.join(server.ownerLink, u"Anna"_s); !said.isEmpty()) qFatal("%s", qPrintable(said));
    work(ServerAddress{QUrl(server.address()), {}, {}});
    if (!QTest::qWaitFor([&] { return anna.agents().size() == 2; }, 20'000)) qWarning("the agents did not come");
    ShellAppearance &appearance = anna.console().appearance();
    for (const QString &theme : {u"light"_s, u"dark"_s})
        for (const QString &language : {u"en"_s, u"ru"_s}) {
            appearance.setTheme(theme == "dark"_L1 ? ShellAppearance::Theme::Dark : ShellAppearance::Theme::Light);
            appearance.setLanguage(language);
            for (const char *page : {"workspace", "people", "keys", "secrets", "sign-in", "audit"}) {
                anna.go(u"settings"_s, QString::fromLatin1(page));
                settle(anna);
                anna.window().grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, QString::fromLatin1(page), theme, language));
            }
            anna.go(u"agents"_s);
            settle(anna);
            anna.window().grab().save(u"%1/team-agents-%2-%3.png"_s.arg(folder, theme, language));
        }
    return 0;
}
