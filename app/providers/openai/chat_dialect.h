#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

namespace vox {

// How servers with OpenAI's chat interface differ. Models of Yandex (AI Studio, "OpenAI compatibility") are named by a URI
// that holds the folder, gpt://FOLDER/yandexgpt/latest; their key goes into "Api-Key" (an IAM token stays "Bearer"), the
// folder into a header of its own, and what callers say is not to be kept there.
bool isYandexModel(const QString &model);
QString yandexFolder(const QString &model); // empty when it is none of theirs
QList<QPair<QByteArray, QByteArray>> chatHeaders(const QString &model, const QByteArray &key);

} // namespace vox
