using System.ComponentModel.DataAnnotations;
using MeliBot.Adapter.Webhooks;

namespace MeliBot.Adapter.Tests.Webhooks;

public sealed class NotificationOptionsTests
{
    private const string Hex = "9f86d081884c7d659a2feaa0c55ad015";
    private const string Base64Url = "q1w2E3r4T5y6U7i8O9p0-_";

    [Theory]
    [InlineData]
    [InlineData(Hex)]
    [InlineData(Base64Url)]
    [InlineData(Hex, Base64Url)]
    public void No_secret_one_or_two_of_128_bits_are_valid(params string[] secrets) =>
        Problems(new NotificationOptions { Secrets = secrets }).ShouldBeEmpty();

    [Theory]
    [InlineData("is empty", "")]
    [InlineData("128 bits need 32", "9f86d081884c7d659a2feaa0c55ad01")]
    [InlineData("128 bits need 22", "q1w2E3r4T5y6U7i8O9p0-")]
    [InlineData("can't carry", "q1w2E3r4T5y6U7i8O9p0/q1w2")]
    [InlineData("isn't random", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("two at most", Hex, Base64Url, Hex + "00")]
    public void A_weak_secret_is_refused_with_what_to_do(string why, params string[] secrets) =>
        Problems(new NotificationOptions { Secrets = secrets }).ShouldContain(problem => problem.Contains(why) && problem.Contains(NotificationOptions.Section));

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var options = new NotificationOptions { Secrets = ["short"], Sources = ["10.0.0.0/8", "nowhere"], TrustedProxies = ["1.2.3.4/99"] };
        Problems(options).Count.ShouldBe(3);
    }

    private static List<string> Problems(NotificationOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!)];
    }
}
