#include "app/providers/openai/endpoint.h"

namespace vox {

QUrl OpenAiEndpoint::url(const QString &path) const
{
    QUrl url = base;
    QString before = base.path();
    while (before.endsWith(u'/')) before.chop(1);
    url.setPath(before + path);
    return url;
}

HttpRequest OpenAiEndpoint::post(const QString &path, const QByteArray &contentType, QByteArray body, int timeoutMs) const
{
    HttpRequest http;
    http.method = "POST";
    http.url = url(path);
    http.headers.append(qMakePair(QByteArray("Content-Type"), contentType));
    if (!key.isEmpty()) http.headers.append(qMakePair(QByteArray("Authorization"), QByteArray("Bearer " + key)));
    http.body = std::move(body);
    http.totalTimeoutMs = http.idleTimeoutMs = timeoutMs;
    http.streaming = true;
    return http;
}

} // namespace vox
