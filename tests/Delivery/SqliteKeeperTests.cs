using MeliBot.Contracts;
using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Delivery.Tests;

public sealed class SqliteKeeperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-keeper-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_store_that_is_not_there_yet_is_told_and_made_by_migrating()
    {
        var (file, keeper) = Keeper();
        (await keeper.StatusAsync(false, default)).Exists.ShouldBeFalse();

        (await keeper.MigrateAsync(default)).ShouldBe([.. SqliteMigrator.Embedded.Select(migration => migration.Name)]);

        var standing = await keeper.StatusAsync(true, default);
        (standing.Place, standing.Exists, standing.InUse, standing.Schema, standing.Damage).ShouldBe((file, true, false, SqliteMigrator.Embedded[^1].Version, null));
        standing.Pending.ShouldBeEmpty();
        (await keeper.MigrateAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_of_a_running_host_holds_what_was_committed_and_is_one_file_that_is_whole()
    {
        await using var host = await new DeliveryHost().StartAsync();
        await host.Effects.PlanAsync(Some.AnyConversation(1), host.Plan("7:answer:1") with { DueAt = host.Now.AddDays(1) }, host.Now, default);
        var keeper = Keeper(host.Path);
        (await keeper.StatusAsync(false, default)).InUse.ShouldBeTrue();
        await Should.ThrowAsync<StoreInUseException>(() => keeper.MigrateAsync(default));

        var copy = await keeper.BackupAsync(Path.Combine(_folder, "copies", "one"), default);
        await host.Effects.PlanAsync(Some.AnyConversation(2), host.Plan("7:answer:2") with { DueAt = host.Now.AddDays(1) }, host.Now, default);

        Directory.GetFiles(Path.Combine(_folder, "copies")).ShouldBe([copy.File]);
        (copy.Rows["effects"], copy.Schema).ShouldBe((1, SqliteMigrator.Embedded[^1].Version));
        (await Keeper(copy.File).StatusAsync(true, default)).Damage.ShouldBeNull();
    }

    [Fact]
    public async Task A_backup_replaces_nothing()
    {
        var (file, keeper) = Keeper();
        (await Should.ThrowAsync<StoreKeepingException>(() => keeper.BackupAsync(null, default))).Why.ShouldContain("There is no database");
        await keeper.MigrateAsync(default);

        (await keeper.BackupAsync(null, default)).File.ShouldBe($"{file}.20260301-120000.backup");
        (await Should.ThrowAsync<StoreKeepingException>(() => keeper.BackupAsync(null, default))).Why.ShouldContain("exists");
    }

    [Fact]
    public async Task A_store_that_a_host_has_is_not_restored()
    {
        await using var host = await new DeliveryHost().StartAsync();
        var keeper = Keeper(host.Path);
        var copy = await keeper.BackupAsync(Path.Combine(_folder, "backup"), default);

        await Should.ThrowAsync<StoreInUseException>(() => keeper.RestoreAsync(copy.File, replace: true, default));
    }

    [Fact]
    public async Task A_restored_store_is_as_it_was_and_what_stood_there_is_kept()
    {
        var host = await new DeliveryHost { Path = Path.Combine(_folder, "melibot.db") }.StartAsync();
        var keeper = Keeper(host.Path);
        await host.Effects.PlanAsync(Some.AnyConversation(1), host.Plan("7:answer:1") with { DueAt = host.Now.AddDays(1) }, host.Now, default);
        var copy = await keeper.BackupAsync(Path.Combine(_folder, "backup"), default);
        await host.Effects.PlanAsync(Some.AnyConversation(2), host.Plan("7:answer:2") with { DueAt = host.Now.AddDays(1) }, host.Now, default);
        await host.StopAsync();

        (await Should.ThrowAsync<StoreKeepingException>(() => keeper.RestoreAsync(copy.File, replace: false, default))).WhatToDo.ShouldContain("--overwrite");
        (await keeper.StatusAsync(false, default)).Rows["effects"].ShouldBe(2);
        var restored = await keeper.RestoreAsync(copy.File, replace: true, default);

        (await Keeper(restored.Kept!).StatusAsync(true, default)).Rows["effects"].ShouldBe(2);
        await host.StartAsync();
        (await host.Effects.FindAsync("7:answer:1", default)).ShouldNotBeNull();
        (await host.Effects.FindAsync("7:answer:2", default)).ShouldBeNull();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_that_is_damaged_foreign_or_of_a_newer_version_is_refused_and_nothing_changes()
    {
        var (file, keeper) = Keeper();
        await keeper.MigrateAsync(default);
        var text = Path.Combine(_folder, "text");
        await File.WriteAllTextAsync(text, "This is no database at all, whatever its name says.");
        var foreign = Path.Combine(_folder, "foreign");
        Run(foreign, "CREATE TABLE cats (name TEXT)");
        var newer = (await keeper.BackupAsync(Path.Combine(_folder, "newer"), default)).File;
        Run(newer, "INSERT INTO schema_versions VALUES (999, 'later', 0)");
        var torn = (await keeper.BackupAsync(Path.Combine(_folder, "torn"), default)).File;
        await using (var bytes = new FileStream(torn, FileMode.Open)) bytes.SetLength(bytes.Length / 2);

        foreach (var (backup, why) in new[] { (text, "can't be read"), (foreign, "not one of MeliBot's"), (newer, "newer MeliBot"), (torn, ""), (Path.Combine(_folder, "nothing"), "There is no file"), (file, "the database itself") })
            (await Should.ThrowAsync<StoreKeepingException>(() => keeper.RestoreAsync(backup, replace: true, default))).Why.ShouldContain(why);

        (await keeper.StatusAsync(true, default)).Damage.ShouldBeNull();
        Directory.GetFiles(_folder).ShouldNotContain(name => name.Contains("before-restore", StringComparison.Ordinal) || name.Contains("restoring", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private (string File, SqliteKeeper Keeper) Keeper()
    {
        var file = Path.Combine(_folder, "store", "melibot.db");
        return (file, Keeper(file));
    }

    private SqliteKeeper Keeper(string file) => new(Options.Create(new SqliteDeliveryOptions { Path = file }), _time, NullLogger<SqliteKeeper>.Instance);
}
