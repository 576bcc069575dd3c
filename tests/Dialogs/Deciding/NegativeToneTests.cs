using MeliBot.Dialogs.Deciding;

namespace MeliBot.Dialogs.Tests.Deciding;

public class NegativeToneTests
{
    [Fact]
    public void Anger_is_found_and_bluntness_isnt_taken_for_it() => Judge("dev.txt", 0.97, 0.01);

    /// <summary>Set aside while the rules were written; the file says what came of it then.</summary>
    [Fact]
    public void So_it_is_in_sentences_that_were_set_aside() => Judge("test.txt", 0.95, 0.01);

    [Fact]
    public void It_says_which_words_are_angry() => NegativeTone.Find("Hola. ¿Hay stock? Son unos LADRONES!!").ShouldBe("son unos ladrones");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("???!!!")]
    public void Nothing_is_not_angry(string? text) => NegativeTone.Find(text).ShouldBeNull();

    [Theory]
    [InlineData("¿Es un robo?")] // a worried buyer
    [InlineData("¿es una estafa?")]
    public void What_is_only_asked_accuses_nobody(string text) => NegativeTone.Find(text).ShouldBeNull();

    private static void Judge(string file, double found, double mistaken)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Deciding", "Tone", file)).Where(line => line.Length > 1 && line[0] is '-' or '+').ToList();
        var angry = lines.Where(line => line[0] == '-').Select(line => line[2..]).ToList();
        var innocent = lines.Where(line => line[0] == '+').Select(line => line[2..]).ToList();
        var missed = angry.Where(text => NegativeTone.Find(text) is null).ToList();
        var accused = innocent.Where(text => NegativeTone.Find(text) is not null).Select(text => $"{text} ({NegativeTone.Find(text)})").ToList();
        TestContext.Current.SendDiagnosticMessage($"{file}: {angry.Count - missed.Count} of {angry.Count} found, {accused.Count} of {innocent.Count} mistaken");
        var told = $"missed:\n{string.Join('\n', missed)}\nmistaken:\n{string.Join('\n', accused)}";
        ((double)(angry.Count - missed.Count) / angry.Count).ShouldBeGreaterThanOrEqualTo(found, told);
        ((double)accused.Count / innocent.Count).ShouldBeLessThanOrEqualTo(mistaken, told);
    }
}
