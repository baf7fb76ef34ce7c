#pragma once
#include "app/providers/net/http_client.h"

namespace vox {

// Where a server with OpenAI's interface answers, how it is named in the settings, and the key to it.
struct OpenAiEndpoint {
    QString name;
    QUrl base;        // "https://api.openai.com/v1"
    QByteArray key;   // empty: no Authorization header

    QUrl url(const QString &path) const; // "/audio/speech" added to the base
    HttpRequest post(const QString &path, const QByteArray &contentType, QByteArray body, int timeoutMs) const;
};

} // namespace vox
