using MeliBot.Contracts;

namespace MeliBot.Delivery.Tests;

public sealed class SqliteSignalStoreTests : SignalStoreContract<SqliteFixture>;
