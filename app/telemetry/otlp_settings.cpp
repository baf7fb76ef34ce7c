#include "app/telemetry/otlp_settings.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// A header's name is a token of RFC 9110; its value must not end the line.
bool isToken(const QString &name)
{
    if (name.isEmpty()) return false;
    for (const QChar c : name)
        if (c.unicode() <= 32 || c.unicode() >= 127 || u"()<>@,;:\\\"/[]?={}"_s.contains(c)) return false;
    return true;
}

bool isLine(const QString &value) { return !value.contains(u'\n') && !value.contains(u'\r') && !value.contains(QChar(0)); }

} // namespace

Result<bool> OtlpSettings::check() const
{
    if (endpoint.isEmpty()) return false;
    const QUrl url(endpoint, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return Error(Error::Code::BadValue, {u"telemetry.otlp.endpoint"_s, endpoint});
    for (auto it = headers.begin(); it != headers.end(); ++it)
        if (!isToken(it.key()) || !it->isString() || !isLine(it->toString()))
            return Error(Error::Code::BadValue, {u"telemetry.otlp.headers"_s, it.key()});
    if (timeoutMs < 100 || timeoutMs > 60000) return Error(Error::Code::BadValue, {u"telemetry.otlp.timeout_ms"_s, QString::number(timeoutMs)});
    return true;
}

QUrl OtlpSettings::url(const QString &signal) const
{
    QUrl url(endpoint, QUrl::StrictMode);
    QString path = url.path();
    while (path.endsWith(u'/')) path.chop(1);
    url.setPath(path + u"/v1/"_s + signal);
    return url;
}

} // namespace vox
