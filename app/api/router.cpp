#include "app/api/router.h"
#include <QStringDecoder>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool isParameter(const QString &step) { return step.startsWith(u'{'); }

// One step of a path; nothing when it is no valid text or would climb.
std::optional<QString> decoded(QByteArrayView step)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < step.size(); ++i) {
        if (step[i] != '%') {
            bytes += step[i];
            continue;
        }
        bool ok = false;
        const int value = i + 2 < step.size() ? step.sliced(i + 1, 2).toByteArray().toInt(&ok, 16) : 0;
        if (!ok || value < 0x20) return std::nullopt;
        bytes += char(value);
        i += 2;
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (utf8.hasError() || text.isEmpty() || text == "."_L1 || text == ".."_L1) return std::nullopt;
    return text;
}

std::optional<QStringList> stepsOf(QByteArrayView path)
{
    QStringList out;
    if (!path.startsWith('/')) return std::nullopt;
    for (QByteArrayView rest = path.sliced(1);;) {
        const qsizetype slash = rest.indexOf('/');
        const auto step = decoded(slash < 0 ? rest : rest.first(slash));
        if (!step) return std::nullopt;
        out.append(*step);
        if (slash < 0) return out;
        rest = rest.sliced(slash + 1);
    }
}

} // namespace

Router::Router(Routes routes) : m_routes(std::move(routes))
{
    for (const Route &route : m_routes) {
        QStringList steps = route.path.mid(1).split(u'/');
        const std::size_t length = std::size_t(steps.size());
        if (m_byLength.size() <= length) m_byLength.resize(length + 1);
        // Literal steps first: "/conversations/latest" is not the conversation "latest".
        auto &list = m_byLength[length];
        const auto parameters = [](const QStringList &all) { return std::count_if(all.begin(), all.end(), isParameter); };
        auto place = list.begin();
        while (place != list.end() && parameters(place->steps) <= parameters(steps)) ++place;
        list.insert(place, {std::move(steps), &route});
    }
}

Router::Match Router::find(std::optional<Method> method, QByteArrayView path) const
{
    Match match;
    const auto steps = stepsOf(path);
    if (!steps || std::size_t(steps->size()) >= m_byLength.size()) return match;
    const QStringList *taken = nullptr;
    for (const Compiled &candidate : m_byLength[std::size_t(steps->size())]) {
        bool fits = true;
        for (qsizetype i = 0; fits && i < steps->size(); ++i)
            fits = isParameter(candidate.steps[i]) || candidate.steps[i] == (*steps)[i];
        if (!fits || (taken && candidate.steps != *taken)) continue;
        taken = &candidate.steps;
        if (!match.allowed.isEmpty()) match.allowed += ", ";
        match.allowed += nameOf(candidate.route->method);
        if (candidate.route->method == Method::Get) match.allowed += ", HEAD";
        if (method != candidate.route->method) continue;
        match.route = candidate.route;
        for (qsizetype i = 0; i < steps->size(); ++i)
            if (isParameter(candidate.steps[i]))
                match.parameters.insert(candidate.steps[i].mid(1, candidate.steps[i].size() - 2), (*steps)[i]);
    }
    return match;
}

QByteArray Router::nameOf(Method method)
{
    switch (method) {
    case Method::Get: return "GET";
    case Method::Post: return "POST";
    case Method::Put: return "PUT";
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    }
    Q_UNREACHABLE();
}

} // namespace vox
