#pragma once
#include "models/base/result.h"
#include <QString>

namespace vox {

// Where PostgreSQL's own programs lie. A value.
struct PostgresPrograms {
    QString folder; // holds initdb, pg_ctl and postgres
    int version = 0; // 15

    // The newest of at least 13: Debian's folders, pg_config's, the search path. NotConfigured {"PostgreSQL"} when there is
    // none.
    static Result<PostgresPrograms> find();
    QString program(const QString &name) const { return folder + u'/' + name; }
};

} // namespace vox
