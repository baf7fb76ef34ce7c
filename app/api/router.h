#pragma once
#include "app/api/route.h"

namespace vox {

// Finds the route of a path. Made once from the table; any thread may ask.
class Router {
public:
    struct Match {
        const Route *route = nullptr;       // null: see `allowed`
        QMap<QString, QString> parameters;
        QByteArray allowed;                 // methods of this path, "GET, HEAD, PATCH"; empty: there is no such path
    };

    explicit Router(Routes routes);
    // `path` is the part before "?" as it came; parameters are percent-decoded. A path that is no valid text matches nothing.
    Match find(std::optional<Method> method, QByteArrayView path) const;
    const Routes &routes() const { return m_routes; }
    static QByteArray nameOf(Method method);

private:
    struct Compiled {
        QStringList steps; // "{id}" or a literal
        const Route *route;
    };
    Routes m_routes;
    std::vector<std::vector<Compiled>> m_byLength;
};

} // namespace vox
