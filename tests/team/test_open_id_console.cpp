// Signing in at the console with a company's account: an owner sets the provider up, a colleague presses its button, and a
// real OpenID provider answers; the browser is one that follows the redirects to the console's loopback address.
#include "tests/openid/provider_process.h"
#include "tests/team/redirected_browser.h"
#include "tests/team/team_steps.h"
#include "ui/kit/style.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_window.h"
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

class TestOpenIdConsole : public TeamSteps {
    Q_OBJECT
public:
    using TeamSteps::TeamSteps;

private slots:
    void initTestCase();
    void anOwnerAddsTheProvider();
    void aColleagueComesInWithTheCompanysAccount();
    void whoSignedOutComesBackTheSameWay();
    void somebodyWhoSaysNoIsToldSo();
    void aStrangerIsToldWhy();
    void aProviderIsSwitchedOffAndRemoved();

private:
    static bool goOn(TeamConsole &desk)
    {
        return QTest::qWaitFor([&] { return desk.button(u"Go on with Our company"_s) && desk.button(u"Go on with Our company"_s)->isEnabled(); }, 10'000)
               && desk.press(u"Go on with Our company"_s);
    }

    ProviderProcess m_provider;
    RedirectedBrowser m_browser;
};

void TestOpenIdConsole::initTestCase()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || QStandardPaths::findExecutable(u"npm"_s).isEmpty()) QSKIP("node is not installed");
    QVERIFY2(m_provider.start(), m_provider.complaint().constData());
    const QString said = startServer();
    QVERIFY2(said.isEmpty(), qPrintable(said));
    m_anna = atHome();
    QVERIFY(m_anna);
    const QString joined = m_anna->join(m_server.ownerLink, u"Anna"_s);
    QVERIFY2(joined.isEmpty(), qPrintable(joined));
    m_boris = atHome([this](const QUrl &url) { return m_browser.open(url); });
    QVERIFY(m_boris);
}

void TestOpenIdConsole::anOwnerAddsTheProvider()
{
    TeamConsole &anna = *m_anna;
    anna.go(u"settings"_s, u"sign-in"_s);
    QTRY_VERIFY2(anna.seen().contains(u"Nobody signs in with a company's account yet"_s), qPrintable(anna.seen()));
    anna.picture(u"sign-in-empty"_s);
    QVERIFY(anna.press(u"Add a provider…"_s));
    QTRY_VERIFY(anna.button(u"Add"_s) && !anna.button(u"Add"_s)->isEnabled());
    QVERIFY(anna.type(u"Name on the button"_s, u"Our company"_s));
    QVERIFY(anna.type(u"Client"_s, u"public"_s));
    QVERIFY(anna.type(u"E-mail domains that may join by themselves"_s, u"Example.org"_s));
    // What is wrong is told beside the field, and what was typed stays.
    QVERIFY(anna.type(u"Address of the provider (issuer)"_s, u"http://login.example.org"_s));
    QVERIFY(anna.press(u"Add"_s));
    QTRY_VERIFY2(anna.seen().contains(u"The address begins with https://"_s), qPrintable(anna.seen() + anna.told()));
    anna.picture(u"sign-in-refused"_s);
    QCOMPARE(anna.field(u"Client"_s)->text(), u"public"_s);
    QVERIFY(anna.type(u"Address of the provider (issuer)"_s, m_provider.issuer()));
    for (QComboBox *box : anna.window().current()->findChildren<QComboBox *>())
        if (box->isVisible() && box->accessibleName() == "Who joins by themselves becomes"_L1) box->setCurrentText(u"Builder"_s);
    QVERIFY(anna.press(u"Add"_s));
    QTRY_VERIFY2(anna.seen().contains(u"example.org, as Builder"_s), qPrintable(anna.seen() + anna.told()));
    anna.picture(u"sign-in"_s);
    anna.go(u"settings"_s, u"audit"_s);
    QTRY_VERIFY2(anna.seen().contains(u"changed an identity provider"_s), qPrintable(anna.seen()));
}

void TestOpenIdConsole::aColleagueComesInWithTheCompanysAccount()
{
    TeamConsole &boris = *m_boris;
    m_provider.tell("account boris");
    boris.go(u"settings"_s, u"workspace"_s);
    QVERIFY(boris.type(u"Link or address"_s, m_server.address()));
    const int before = boris.openings();
    QVERIFY2(goOn(boris), qPrintable(boris.seen()));
    QTRY_VERIFY2_WITH_TIMEOUT(boris.openings() == before + 1, qPrintable(boris.told() + m_browser.page()), 20'000);
    QVERIFY2(m_browser.page().contains(u"Close this page and go back to Voxdesk"_s), qPrintable(m_browser.page()));
    QTRY_VERIFY2_WITH_TIMEOUT(boris.standing().startsWith("Synced"_L1), qPrintable(boris.standing()), 20'000);
    boris.go(u"settings"_s, u"workspace"_s);
    QTRY_VERIFY2(boris.seen().contains(u"Boris, Builder"_s), qPrintable(boris.seen()));
    QVERIFY(!boris.button(u"Change password…"_s)); // there is none
    boris.go(u"settings"_s, u"sign-in"_s);
    QTRY_VERIFY(boris.seen().contains(u"Your role may not look at this"_s));
}

void TestOpenIdConsole::whoSignedOutComesBackTheSameWay()
{
    TeamConsole &boris = *m_boris;
    boris.go(u"settings"_s, u"workspace"_s);
    QVERIFY(boris.press(u"Sign out"_s));
    QTRY_COMPARE(boris.standing(), u"Sign in again"_s);
    boris.picture(u"signed-out"_s);
    QVERIFY2(goOn(boris), qPrintable(boris.seen()));
    QTRY_VERIFY2_WITH_TIMEOUT(boris.standing().startsWith("Synced"_L1), qPrintable(boris.standing() + boris.told()), 20'000);
}

void TestOpenIdConsole::somebodyWhoSaysNoIsToldSo()
{
    TeamConsole carol(m_style, [this](const QUrl &url) { return m_browser.open(url); });
    QVERIFY(carol.openHome());
    carol.go(u"settings"_s, u"workspace"_s);
    QVERIFY(carol.type(u"Link or address"_s, m_server.address()));
    m_browser.refuses = true;
    QVERIFY(goOn(carol));
    QTRY_VERIFY2(carol.told().contains(u"cancelled"_s), qPrintable(carol.told()));
    m_browser.refuses = false;
    QCOMPARE(carol.openings(), 1);
    QTRY_VERIFY(carol.button(u"Go on with Our company"_s)->isEnabled()); // nothing hangs
}

void TestOpenIdConsole::aStrangerIsToldWhy()
{
    RedirectedBrowser browser; // the other one is still signed in as somebody else
    TeamConsole dan(m_style, [&browser](const QUrl &url) { return browser.open(url); });
    QVERIFY(dan.openHome());
    m_provider.tell("account stranger");
    dan.go(u"settings"_s, u"workspace"_s);
    QVERIFY(dan.type(u"Link or address"_s, m_server.address()));
    QVERIFY(goOn(dan));
    QTRY_VERIFY2(!dan.told().isEmpty(), qPrintable(dan.seen()));
    QVERIFY2(dan.told().contains(u"invitation"_s) || dan.told().contains(u"invite"_s), qPrintable(dan.told()));
    QCOMPARE(dan.openings(), 1);
}

void TestOpenIdConsole::aProviderIsSwitchedOffAndRemoved()
{
    TeamConsole &anna = *m_anna;
    anna.go(u"settings"_s, u"sign-in"_s);
    auto *table = anna.window().current()->findChild<QTableView *>(u"providers"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    anna.forget();
    QVERIFY(anna.press(u"Remove…"_s));
    QTRY_VERIFY(anna.seen().contains(u"sessions that are open go on"_s));
    QVERIFY(anna.press(u"Keep"_s));
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(anna.press(u"Remove…"_s));
    QVERIFY(anna.press(u"Remove"_s));
    QTRY_VERIFY2(anna.told().contains(u"opens nothing any more"_s), qPrintable(anna.told()));
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY2(m_boris->standing().startsWith("Synced"_L1), qPrintable(m_boris->standing()));
}

int main(int argc, char **argv) { return runTeamSteps<TestOpenIdConsole>(argc, argv); }
#include "test_open_id_console.moc"
