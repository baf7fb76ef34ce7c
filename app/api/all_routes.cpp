#include "app/api/all_routes.h"
#include "app/api/open_api.h"
#include "app/api/routes/conversation_routes.h"
#include "app/api/routes/document_routes.h"
#include "app/api/routes/environment_routes.h"
#include "app/api/routes/sync_routes.h"
#include <QJsonDocument>

namespace vox {

Routes allRoutes(const Operations &operations, const PeopleServices &people)
{
    Routes all = operationRoutes(operations);
    const auto add = [&all](Routes more) {
        for (Route &route : more) all.push_back(std::move(route));
    };
    add(documentRoutes());
    add(conversationRoutes());
    add(environmentRoutes());
    add(syncRoutes());
    add(peopleRoutes(people));
    all.push_back(eventsRoute());
    const auto document = std::make_shared<QByteArray>();
    all.push_back(openApiRoute(document));
    *document = QJsonDocument(openApi(all, operations.version)).toJson(QJsonDocument::Compact);
    return all;
}

} // namespace vox
