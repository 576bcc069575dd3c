using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Tests.Templates;

public class ConditionTests
{
    [Theory]
    [InlineData("a", "True")]
    [InlineData("no", "False")]
    [InlineData("unknown", "Unknown")]
    [InlineData("unknown != 1", "Unknown")]
    [InlineData("unknown == 1 or a == 1", "True")]
    [InlineData("unknown == 1 and no", "False")]
    [InlineData("unknown == 1 and a", "Unknown")]
    [InlineData("unknown == null", "True")]
    [InlineData("a == null", "False")]
    [InlineData("a != nil", "True")]
    [InlineData("a >= 1 and a < 2", "True")]
    [InlineData("text == 'HOLA'", "True")]
    [InlineData("text contains 'óla'", "True")]
    [InlineData("list contains \"dos\"", "True")]
    [InlineData("a == 2 or a == 1 and no", "False")]
    public void What_is_not_known_makes_nothing_true(string condition, string truth) => ConditionSyntax.Parse(condition).Evaluate(Read).ToString().ShouldBe(truth);

    [Theory]
    [InlineData("")]
    [InlineData("a ==")]
    [InlineData("a b")]
    [InlineData("a == 'x")]
    [InlineData("a = 1")]
    public void What_is_no_condition_says_so(string condition) => Should.Throw<FormatException>(() => ConditionSyntax.Parse(condition));

    private static object? Read(string path) => path switch
    {
        "a" => 1m,
        "no" => false,
        "text" => "hola",
        "list" => new[] { "uno", "dos" },
        _ => null,
    };
}
