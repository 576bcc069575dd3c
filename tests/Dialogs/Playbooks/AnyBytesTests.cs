using System.Text;
using CsCheck;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Tests.Playbooks;

/// <summary>Whatever stands in a folder, reading it ends with a playbook or with diagnostics that can be printed.</summary>
public class AnyBytesTests
{
    private static readonly string[] Paths = ["playbook.yaml", "intents/a.yaml", "replies/a.yaml", "dialogs/a.yaml", "texts.yaml", "deciding.yaml", "guards.yaml", "tests/a.yaml"];

    private static readonly string[] Pieces =
    [
        "reply: a\n", "intent: a\n", "intents: [a, b]\n", "fragments:\n", "  - say: ", "  - role: core\n", "    when: ", "{{ ", " }}", "{% if ", " %}", "{% endif %}", "item.title", "| money", "\"", "'", "[", "]", "{", "}", ": ", "- ",
        "\n", "\t", "  ", "&a ", "*a", "!!binary ", "|\n", ">\n", "---\n", "...\n", "%YAML 1.1\n", "#", "é", "\ud83d\ude00", "\0", "\u2028", "\u0085", "steps:\n", "  - if: ", "    then:\n", "  - repeat\n", "  - begin: a\n", "dialog: a\n",
        "mode: auto\n", "schedules:\n", "hours: \"18:00-09:00\"\n", "zone: x/y\n", "? ", "\\", "examples:\n", "  es-AR: [ hola ]\n", "unknown: [item]\n", "say: { es: x }\n", "playbook: x\n", "patterns: { es: [ \"(\" ] }\n",
    ];

    [Fact]
    public void No_bytes_crash_the_reader() =>
        Gen.Select(Gen.Int[0, Paths.Length - 1].Select(i => Paths[i]), Gen.Byte.Array[0, 200]).Sample((path, bytes) => Reads(path, bytes), iter: 1_000);

    [Fact]
    public void No_pieces_of_playbooks_in_any_order_crash_the_reader() =>
        Gen.Select(Gen.Int[0, Paths.Length - 1].Select(i => Paths[i]), Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40]).Sample((path, pieces) => Reads(path, Encoding.UTF8.GetBytes(string.Concat(pieces))), iter: 1_000);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("say: {{ ")]
    public void However_deep_brackets_stand_in_each_other_it_is_told(string opening)
    {
        foreach (var path in Paths) Reads(path, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, 20_000))));
    }

    private static void Reads(string path, byte[] bytes)
    {
        var reading = PlaybookReader.Read(new MemoryFolder("any", new PlaybookFile(path, bytes), PlaybookFile.Of(path == "playbook.yaml" ? "texts.yaml" : "playbook.yaml", path == "playbook.yaml" ? "a: b" : "playbook: x")));
        foreach (var diagnostic in reading.Diagnostics) diagnostic.ToString().ShouldNotBeEmpty();
        if (reading.Playbook is null) reading.Diagnostics.ShouldNotBeEmpty();
    }
}
