namespace MeliBot.Bot.Tests;

/// <summary>The database's own commands need no other setting than where it is.</summary>
public sealed class DatabaseCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-db-");

    [Fact]
    public async Task A_database_is_migrated_backed_up_and_restored_from_the_terminal()
    {
        var settings = Path.Combine(_folder.FullName, "settings.json");
        await File.WriteAllTextAsync(settings, $$"""{"Delivery":{"Sqlite":{"Path":"{{Path.Combine(_folder.FullName, "melibot.db")}}"} } }""");
        var backup = Path.Combine(_folder.FullName, "backup");
        Task<ConsoleRun> Db(params string[] arguments) => ConsoleRun.OfAsync(["db", .. arguments, "--settings", settings]);

        (await Db("migrate")).Out.ShouldContain("Applied: 0001_route");
        (await Db("backup", backup)).Out.ShouldContain("checked and whole");
        var refused = await Db("restore", backup);
        (refused.ExitCode, refused.Error.Contains("--overwrite", StringComparison.Ordinal)).ShouldBe((1, true));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "melibot.db.inbox"), "an index");
        (await Db("restore", backup, "--overwrite")).Out.ShouldContain("is kept as");
        File.Exists(Path.Combine(_folder.FullName, "melibot.db.inbox")).ShouldBeFalse();
        var status = await Db("status", "--check");
        foreach (var words in (string[])["SQLite:", "up to date", "no host has it", "whole     yes"]) status.Out.ShouldContain(words, customMessage: status.Error);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
