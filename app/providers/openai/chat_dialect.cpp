#include "app/providers/openai/chat_dialect.h"

namespace vox {

using namespace Qt::StringLiterals;

bool isYandexModel(const QString &model) { return model.startsWith("gpt://"_L1); }

QString yandexFolder(const QString &model) { return isYandexModel(model) ? model.section(u'/', 2, 2) : QString(); }

QList<QPair<QByteArray, QByteArray>> chatHeaders(const QString &model, const QByteArray &key)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    const bool yandex = isYandexModel(model);
    const QByteArray scheme = yandex && !key.startsWith("t1.") ? "Api-Key " : "Bearer ";
    if (!key.isEmpty()) headers.append(qMakePair(QByteArray("Authorization"), scheme + key));
    if (!yandex) return headers;
    const QByteArray folder = yandexFolder(model).toUtf8();
    headers.append(qMakePair(QByteArray("OpenAI-Project"), folder));
    headers.append(qMakePair(QByteArray("x-folder-id"), folder));
    headers.append(qMakePair(QByteArray("x-data-logging-enabled"), QByteArray("false")));
    return headers;
}

} // namespace vox
