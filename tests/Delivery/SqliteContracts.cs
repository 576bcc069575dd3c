using MeliBot.Contracts;

namespace MeliBot.Delivery.Tests;

public sealed class SqliteSignalStoreTests : SignalStoreContract<SqliteFixture>;

public sealed class SqliteTurnStoreTests : TurnStoreContract<SqliteFixture>;

public sealed class SqliteEffectStoreTests : EffectStoreContract<SqliteFixture>;

public sealed class SqliteDraftStoreTests : DraftStoreContract<SqliteFixture>;

public sealed class SqliteStateStoreTests : StateStoreContract<SqliteFixture>;

public sealed class SqliteParkingTests : ParkingContract<SqliteFixture>;

public sealed class SqliteRecordTests : RecordContract<SqliteFixture>;

public sealed class SqliteLeaseTests : LeaseContract<SqliteFixture>;

public sealed class SqliteChangeFeedTests : ChangeFeedContract<SqliteFixture>;

public sealed class SqliteTraceTests : TraceContract<SqliteFixture>;

public sealed class SqliteBalanceTests : BalanceContract<SqliteFixture>;

public sealed class EmbeddedSignalQueueTests : SignalQueueContract<SqliteFixture>;
