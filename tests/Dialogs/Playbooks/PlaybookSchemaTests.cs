using System.Runtime.CompilerServices;
using System.Text.Json;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Tests.Playbooks;

public class PlaybookSchemaTests
{
    [Fact]
    public void The_published_schemas_are_those_of_the_reader()
    {
        var folder = Published();
        if (Environment.GetEnvironmentVariable("WRITE_EXPECTED") is "1")
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in PlaybookSchema.All()) File.WriteAllText(Path.Combine(folder, name), text);
        }

        Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ShouldBe(PlaybookSchema.All().Keys.Order(StringComparer.Ordinal), "\"dialogs schema --out docs/schema\" writes them");
        foreach (var (name, text) in PlaybookSchema.All()) File.ReadAllText(Path.Combine(folder, name)).ShouldBe(text, $"\"dialogs schema --out docs/schema\" writes {name}");
    }

    [Fact]
    public void Steps_hold_steps_by_reference()
    {
        using var schema = JsonDocument.Parse(PlaybookSchema.All()["playbook-dialog.schema.json"]);
        schema.RootElement.GetProperty("definitions").GetProperty("steps").GetProperty("type").GetString().ShouldBe("array");
        schema.RootElement.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ShouldBe(["dialog", "steps"]);
    }

    [Theory]
    [InlineData("replies/warranty.yaml", "playbook-reply.schema.json")]
    [InlineData("playbook.yaml", "playbook-settings.schema.json")]
    [InlineData("README.md", null)]
    public void A_file_has_the_schema_of_its_kind(string path, string? schema) => PlaybookSchema.NameOf(path).ShouldBe(schema);

    private static string Published([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "schema");
}
