#include "tests/unit/app/api/api_on_postgres.h"
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

// The description of the API, judged by somebody else's validator.
class TestOpenApi : public QObject {
    Q_OBJECT
private slots:
    void judged()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || QStandardPaths::findExecutable(u"npm"_s).isEmpty())
            QSKIP("node and npm are not installed: tools/setup --test installs them");
        const auto api = ApiOnPostgres::make();
        QVERIFY(api);
        const auto document = api->ask("GET", "/api/v1/openapi.json", {});
        QCOMPARE(document.status, 200);
        QCOMPARE(verdict(document.body), u"OpenAPI 3.1"_s);
        // The validator notices what is wrong.
        QVERIFY(verdict(QByteArray(document.body).replace("\"in\":\"path\"", "\"in\":\"nowhere\"")) != u"OpenAPI 3.1"_s);
    }

private:
    QString verdict(const QByteArray &document)
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"openapi.json"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size()) return {};
        file.close();
        QProcess validator;
        validator.start(QStringLiteral(VOX_SOURCE_DIR "/tests/openapi/validator/start"), {QStringLiteral(VOX_BINARY_DIR "/openapi-validator"), path});
        if (!validator.waitForFinished(180'000)) return u"no verdict"_s;
        return QString::fromUtf8(validator.readAllStandardOutput() + validator.readAllStandardError()).trimmed();
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "test_open_api.moc"
