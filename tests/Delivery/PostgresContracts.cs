using MeliBot.Contracts;

namespace MeliBot.Delivery.Tests;

public sealed class PostgresSignalStoreTests : SignalStoreContract<PostgresFixture>;

public sealed class PostgresTurnStoreTests : TurnStoreContract<PostgresFixture>;

public sealed class PostgresEffectStoreTests : EffectStoreContract<PostgresFixture>;

public sealed class PostgresDraftStoreTests : DraftStoreContract<PostgresFixture>;

public sealed class PostgresStateStoreTests : StateStoreContract<PostgresFixture>;

public sealed class PostgresParkingTests : ParkingContract<PostgresFixture>;

public sealed class PostgresRecordTests : RecordContract<PostgresFixture>;

public sealed class PostgresLeaseTests : LeaseContract<PostgresFixture>;

public sealed class PostgresChangeFeedTests : ChangeFeedContract<PostgresFixture>;

public sealed class PostgresSignalQueueTests : SignalQueueContract<PostgresFixture>;

public sealed class PostgresTraceTests : TraceContract<PostgresFixture>;

public sealed class PostgresBalanceTests : BalanceContract<PostgresFixture>;
