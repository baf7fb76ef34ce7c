// The settings of a team's workspace over a scripted server: people, keys, secrets, audit, joining. With VOX_PICTURES=<folder>
// pictures in each theme and language are written for a person to look at.
#include "app/wording/language.h"
#include "tests/unit/ui/viewmodels/scripted_server.h"
#include "ui/kit/style.h"
#include "ui/screens/settings/team/audit_page.h"
#include "ui/screens/settings/team/doors_page.h"
#include "ui/screens/settings/team/keys_page.h"
#include "ui/screens/settings/team/people_page.h"
#include "ui/screens/settings/team/secrets_page.h"
#include "ui/screens/settings/team/workspace_page.h"
#include "ui/screens/sync_words.h"
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestTeamSettings : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_language = std::make_unique<Language>(*qApp); }
    void people_data() { looks(); }
    void people();
    void keys_data() { looks(); }
    void keys();
    void secrets_data() { looks(); }
    void secrets();
    void doors_data() { looks(); }
    void doors();
    void audit_data() { looks(); }
    void audit();
    void workspace_data() { looks(); }
    void workspace();
    void aViewerSeesNoButtons();
    void aPasswordIsChanged_data() { looks(); }
    void aPasswordIsChanged();
    void syncWordsAreHonest_data();
    void syncWordsAreHonest();

private:
    using Script = ScriptedServer::Script;
    static void looks()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-en") << false << u"en"_s << QSize(1400, 760);
        QTest::newRow("dark-ru") << true << u"ru"_s << QSize(1400, 760);
        QTest::newRow("light-ru-small") << false << u"ru"_s << QSize(976, 620);
    }
    bool look() // whether it is the Russian one
    {
        QFETCH(bool, dark);
        QFETCH(QString, language);
        m_language->speak(language);
        qobject_cast<kit::Style *>(qApp->style())->theme().setBrightness(dark ? kit::Brightness::Dark : kit::Brightness::Light);
        return language == "ru"_L1;
    }
    void show(QWidget &page)
    {
        QFETCH(QSize, size);
        page.resize(size);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    static void keep(QWidget &page, const QString &name)
    {
        QApplication::processEvents();
        const QString folder = qEnvironmentVariable("VOX_PICTURES");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        page.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, QString::fromUtf8(QTest::currentDataTag())));
    }
    static QPushButton *button(QWidget &page, const char *icon, int index = 0)
    {
        Q_UNUSED(icon)
        return page.findChildren<QPushButton *>().value(index);
    }
    static QPushButton *primary(QWidget &page)
    {
        for (QPushButton *button : page.findChildren<QPushButton *>())
            if (button->isVisible() && button->property("kitRole").toInt() == 1) return button;
        return nullptr;
    }
    static QJsonObject items(const QJsonArray &items) { return {{u"items"_s, items}, {u"next"_s, QJsonValue::Null}}; }
    static QJsonArray team(bool russian)
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch(), day = 86'400'000;
        QJsonArray out;
        const auto add = [&](const char *en, const char *ru, const QString &mail, Role role, qint64 joined, qint64 seen, const QString &with = u"password"_s) {
            PersonInfo info;
            info.id = out.isEmpty() ? PersonId::make({1}) : PersonId::make({out.size() + 10});
            info.name = QString::fromUtf8(russian ? ru : en);
            info.email = mail;
            info.role = role;
            info.signsInWith = with;
            info.joinedUtcMs = now - joined * day;
            info.lastSeenUtcMs = seen < 0 ? 0 : now - seen * 3'600'000;
            out.append(toJson(info));
        };
        add("Marta Kern", "Марта Кернер", u"marta@example.org"_s, Role::Owner, 210, 0);
        add("Alina Vale", "Алина Волкова", u"alina@example.org"_s, Role::Builder, 190, 2, u"Keycloak"_s);
        add("Dan Sokolov", "Денис Соколов", u"dan@example.org"_s, Role::Qa, 122, 26);
        add("Priya Nair", "Полина Назарова", u"priya@example.org"_s, Role::Supervisor, 45, 5, u"Keycloak"_s);
        add("Tom Reed", "Тимур Рашидов", u"tom@example.org"_s, Role::Support, 12, -1);
        return out;
    }
    std::unique_ptr<Language> m_language;
};

void TestTeamSettings::people()
{
    const bool russian = look();
    TeamDesk desk(Role::Owner);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    desk.script.answers = {{u"GET people"_s, Script::json(items(team(russian)))},
                           {u"GET invitations"_s, Script::json(items({QJsonObject{{u"id"_s, u"i"_s}, {u"email"_s, u"new@example.org"_s}, {u"role"_s, u"builder"_s},
                                                                                 {u"invited_by"_s, team(russian)[0]["name"_L1]}, {u"expires_utc_ms"_s, now + 400'000'000}}}))},
                           {u"POST invitations"_s, Script::json(QJsonObject{{u"id"_s, u"j"_s}, {u"email"_s, QString()}, {u"role"_s, u"qa"_s},
                                                                            {u"token"_s, u"vxi_q7Jm3n0bVnZ1w2xkR8tL5uYc9dEfGhA4sPoI6"_s}})}};
    PeopleViewModel model(desk.sync.get());
    PeoplePage page(model);
    show(page);
    QTRY_COMPARE(model.people().size(), 5);
    QTRY_COMPARE(model.invitations().size(), 1);
    page.findChild<QTableView *>()->selectRow(1);
    keep(page, u"people"_s);
    primary(page)->click();
    keep(page, u"people-invite"_s);
    QTest::keyClick(page.findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY(page.findChild<QLineEdit *>() && page.findChildren<QLineEdit *>().last()->text().contains("vxi_"_L1));
    keep(page, u"people-link"_s);
}

void TestTeamSettings::keys()
{
    const bool russian = look();
    TeamDesk desk(Role::Owner);
    const qint64 now = QDateTime::currentMSecsSinceEpoch(), day = 86'400'000;
    const auto key = [&](const char *en, const char *ru, const QString &hint, const QStringList &scopes, qint64 expires, qint64 used) {
        ApiKeyInfo info{hint, QString::fromUtf8(russian ? ru : en), hint, team(russian)[0]["name"_L1].toString(), scopes, now - 30 * day, expires, used};
        return toJson(info);
    };
    desk.script.answers = {{u"GET keys"_s, Script::json(items({key("Nightly tests", "Ночные проверки", u"vxk_3f9a…"_s, {u"documents:read"_s, u"conversations:write"_s}, now + 60 * day, now - day / 2),
                                                                key("CRM export", "Выгрузка в CRM", u"vxk_b07c…"_s, {u"conversations:read"_s}, now - day, now - 3 * day),
                                                                key("Dashboard", "Доска показателей", u"vxk_51de…"_s, {u"operations:read"_s}, 0, 0)}))}};
    KeysViewModel model(desk.sync.get());
    KeysPage page(model);
    show(page);
    QTRY_COMPARE(model.keys().size(), 3);
    keep(page, u"keys"_s);
    primary(page)->click();
    QVERIFY(page.findChildren<QCheckBox *>().size() >= 10);
    keep(page, u"keys-make"_s);
}

void TestTeamSettings::secrets()
{
    const bool russian = look();
    TeamDesk desk(Role::Builder);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString who = team(russian)[1]["name"_L1].toString();
    desk.script.answers = {{u"GET secrets"_s, Script::json(items({QJsonObject{{u"name"_s, u"openai.key"_s}, {u"changed_by"_s, who}, {u"changed_utc_ms"_s, now - 400'000'000}, {u"version"_s, 3}},
                                                                   QJsonObject{{u"name"_s, u"crm.token"_s}, {u"changed_by"_s, who}, {u"changed_utc_ms"_s, now - 4'000'000}, {u"version"_s, 1}}}))}};
    SecretsViewModel model(desk.sync.get());
    SecretsPage page(model);
    show(page);
    QTRY_COMPARE(model.secrets().size(), 2);
    page.findChild<QTableView *>()->selectRow(0);
    primary(page)->click();
    const auto fields = page.findChildren<QLineEdit *>();
    QCOMPARE(fields.last()->echoMode(), QLineEdit::Password);
    keep(page, u"secrets"_s);
}

void TestTeamSettings::doors()
{
    const bool russian = look();
    TeamDesk desk(Role::Owner);
    const QJsonObject keycloak{{u"name"_s, u"keycloak"_s}, {u"label"_s, u"Keycloak"_s}, {u"issuer"_s, u"https://login.example.org/realms/team"_s}, {u"client_id"_s, u"voxdesk"_s},
                               {u"client_secret"_s, u"keycloak.client"_s}, {u"domains"_s, QJsonArray{u"example.org"_s}}, {u"join_role"_s, u"builder"_s}, {u"enabled"_s, true}};
    QJsonObject off = keycloak;
    off.insert("name"_L1, u"old"_s);
    off.insert("label"_L1, russian ? u"Прежний вход"_s : u"The old one"_s);
    off.insert("domains"_L1, QJsonArray());
    off.insert("enabled"_L1, false);
    desk.script.answers = {{u"GET identity-providers"_s, Script::json(items({keycloak, off}))},
                           {u"GET secrets"_s, Script::json(items({QJsonObject{{u"name"_s, u"keycloak.client"_s}}}))},
                           {u"PUT identity-providers/new"_s, [](const ServerRequest &) { return Result<ServerAnswer>(Error(Error::Code::BadValue, {u"domains"_s, u"nonsense"_s})); }}};
    DoorsViewModel model(desk.sync.get());
    DoorsPage page(model);
    show(page);
    QTRY_COMPARE(model.providers().size(), 2);
    page.findChild<QTableView *>()->selectRow(0);
    keep(page, u"sign-in"_s);
    QCOMPARE(model.nameFor(u"Keycloak"_s), u"keycloak-2"_s);
    QCOMPARE(model.nameFor(u"Наша компания"_s), u"company"_s);
    primary(page)->click();
    keep(page, u"sign-in-add"_s);
    const auto fields = page.findChildren<QLineEdit *>();
    QVERIFY(fields.size() >= 4);
    fields.at(0)->setText(u"New"_s);
    fields.at(1)->setText(u"https://new.example.org"_s);
    fields.at(2)->setText(u"voxdesk"_s);
    fields.at(3)->setText(u"nonsense"_s);
    QTest::keyClick(fields.at(3), Qt::Key_Return);
    QSignalSpy refused(&model, &DoorsViewModel::refused);
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().toString(), u"domains"_s);
    QCOMPARE(fields.at(3)->text(), u"nonsense"_s); // what was typed stays
    keep(page, u"sign-in-refused"_s);
}

void TestTeamSettings::audit()
{
    const bool russian = look();
    TeamDesk desk(Role::Owner);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QJsonArray entries;
    const QStringList actions{u"agent.changed"_s, u"environment.published"_s, u"sign_in.refused"_s, u"conversation.heard"_s, u"person.role_changed"_s, u"key.made"_s, u"sign_in.done"_s, u"secret.written"_s};
    for (int i = 0; i < 24; ++i) {
        const QString action = actions.at(i % actions.size());
        const bool refused = action.endsWith("refused"_L1);
        AuditEntry entry;
        entry.number = 100 - i;
        entry.atUtcMs = now - i * qint64(2'700'000);
        entry.actor = refused ? u"stranger"_s : team(russian)[i % 5]["name"_L1].toString();
        entry.via = i % 6 == 5 ? u"key vxk_3f9a…"_s : u"session"_s;
        entry.action = action;
        entry.subjectName = action.startsWith("agent"_L1) ? (russian ? u"Первая линия"_s : u"Order desk"_s) : QString();
        entry.subject = u"0192f3a4-7c11-7d2e-9b7a-5a0c1e2d3f4b"_s;
        entry.address = u"10.0.4.%1"_s.arg(17 + i % 4);
        entry.outcome = refused ? u"refused"_s : u"done"_s;
        entry.requestId = u"r-8f2c1a90"_s;
        entry.facts = {{u"from"_s, u"qa"_s}, {u"to"_s, u"builder"_s}};
        entries.append(toJson(entry));
    }
    desk.script.answers = {{u"GET people"_s, Script::json(items(team(russian)))}, {u"GET audit"_s, Script::json(items(entries))}};
    AuditViewModel model(desk.sync.get());
    AuditPage page(model);
    show(page);
    QTRY_COMPARE(model.entries().size(), 24);
    keep(page, u"audit"_s);
    page.findChild<QTableView *>()->selectRow(4);
    keep(page, u"audit-entry"_s);
}

void TestTeamSettings::workspace()
{
    look();
    TeamDesk desk(Role::Builder);
    desk.script.answers = {{u"GET sign-in/providers"_s, Script::json(items({QJsonObject{{u"name"_s, u"keycloak"_s}, {u"label"_s, u"Keycloak"_s}}}))}};
    TeamServices services;
    services.sync = desk.sync.get();
    services.connect = [&desk](const ServerAddress &) { return std::make_unique<ScriptedServer>(desk.script); };
    services.tokens = &desk.tokens;
    services.serversFolder = desk.folder.path();
    WorkspaceViewModel model(*desk.workspace, services);
    WorkspacePage page(model);
    show(page);
    keep(page, u"workspace-team"_s);
    auto *link = page.findChildren<QLineEdit *>().at(3);
    for (QLineEdit *field : page.findChildren<QLineEdit *>())
        if (field->placeholderText().startsWith("https://"_L1)) link = field;
    link->setText(u"https://other.example:8443/join#vxi_q7Jm3n0bVnZ1w2xkR8tL5uYc9dEfGhA4sPoI6a1b2c3"_s);
    QTRY_VERIFY(!model.providers().isEmpty());
    keep(page, u"workspace-join"_s);
    link->setText(u"not an address at all"_s);
    QVERIFY(page.grab().width() > 0);
}

void TestTeamSettings::aPasswordIsChanged()
{
    look();
    TeamDesk desk(Role::Builder);
    desk.script.answers = {{u"PUT me/password"_s, Script::fails(Error::Code::SignInRefused)}};
    TeamServices services;
    services.sync = desk.sync.get();
    WorkspaceViewModel model(*desk.workspace, services);
    WorkspacePage page(model);
    show(page);
    QSignalSpy noticed(&page, &WorkspacePage::noticed);
    QPushButton *change = nullptr;
    for (QPushButton *button : page.findChildren<QPushButton *>())
        if (button->text().endsWith(u'…') && button->isVisible()) change = button;
    QVERIFY(change);
    change->click();
    QList<QLineEdit *> fields;
    for (QLineEdit *field : page.findChildren<QLineEdit *>())
        if (field->isVisible() && field->echoMode() == QLineEdit::Password) fields.append(field);
    QCOMPARE(fields.size(), 2);
    keep(page, u"workspace-password"_s);
    fields.at(0)->setText(u"not the one"_s);
    fields.at(1)->setText(u"a rather long sentence 8"_s);
    QTest::keyClick(fields.at(1), Qt::Key_Return);
    QTRY_COMPARE(noticed.count(), 1);
    QCOMPARE(noticed.first().first().value<Notice>().level, Notice::Level::Error);
    QVERIFY(!noticed.first().first().value<Notice>().detail.isEmpty()); // what to do next
    QCOMPARE(fields.at(1)->text(), u"a rather long sentence 8"_s);
    desk.script.answers[u"PUT me/password"_s] = Script::json(QJsonObject());
    QTest::keyClick(fields.at(1), Qt::Key_Return);
    QTRY_COMPARE(noticed.count(), 2);
    QVERIFY(!fields.at(1)->isVisible());
    QVERIFY(fields.at(1)->text().isEmpty());
}

void TestTeamSettings::aViewerSeesNoButtons()
{
    TeamDesk desk(Role::Viewer);
    desk.script.answers = {{u"GET people"_s, Script::json(items(team(false)))}};
    PeopleViewModel model(desk.sync.get());
    PeoplePage page(model);
    page.show();
    QTRY_COMPARE(model.people().size(), 5);
    QVERIFY(!primary(page)); // nothing to invite with
    AuditViewModel audit(desk.sync.get());
    AuditPage forbidden(audit);
    forbidden.show();
    QVERIFY(!forbidden.findChild<QTableView *>()->isVisible());
}

void TestTeamSettings::syncWordsAreHonest_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("pending");
    QTest::addColumn<QString>("icon");
    QTest::addColumn<QString>("said");
    using Kind = SyncState::Kind;
    QTest::newRow("local") << int(Kind::Local) << 0 << u"hard-drive"_s << u"On this computer"_s;
    QTest::newRow("synced") << int(Kind::Synced) << 0 << u"cloud-check"_s << u"Synced"_s;
    QTest::newRow("pending") << int(Kind::Pending) << 3 << u"cloud-upload"_s << u"3 to send"_s;
    QTest::newRow("offline") << int(Kind::Offline) << 3 << u"cloud-off"_s << u"Offline since"_s;
    QTest::newRow("conflict") << int(Kind::Conflict) << 0 << u"git-merge"_s << u"2 conflicts"_s;
    QTest::newRow("refused") << int(Kind::Refused) << 3 << u"lock"_s << u"Sign in again"_s;
}

void TestTeamSettings::syncWordsAreHonest()
{
    QFETCH(int, kind);
    QFETCH(int, pending);
    m_language->speak(u"en"_s);
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    const SyncWords words = syncWords({SyncState::Kind(kind), pending, 2, {now.value - 60'000}, {now.value - 120'000}, {}}, now);
    QTEST(QString::fromLatin1(words.icon), "icon");
    QFETCH(QString, said);
    QVERIFY2(words.brief.startsWith(said), qPrintable(words.brief));
    // What waits is told wherever something may wait.
    if (pending > 0) QVERIFY2(words.sentence.contains(u'3'), qPrintable(words.sentence));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::Style::install(app);
    TestTeamSettings test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_team_settings.moc"
