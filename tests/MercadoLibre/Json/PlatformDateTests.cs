using System.Globalization;
using CsCheck;

namespace MeliBot.MercadoLibre.Tests;

public sealed class PlatformDateTests
{
    private static readonly Gen<DateTimeOffset> _instants =
        Gen.Long[new DateTime(1970, 1, 1).Ticks, new DateTime(2100, 1, 1).Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    [Theory]
    [InlineData("2026-09-25T08:00:00.0000000-04:00", "2026-09-25T12:00:00Z")]
    [InlineData("2021-02-08T17:51:21.746608612Z", "2021-02-08T17:51:21.7466086Z")]
    [InlineData("2024-10-02T23:02:32.31-04:00", "2024-10-03T03:02:32.31Z")]
    [InlineData("2026-02-22T21:53:41Z", "2026-02-22T21:53:41Z")]
    [InlineData("2024-04-11T11:22:06", "2024-04-11T11:22:06Z")]
    [InlineData("2024-09-10T17:26:41.704+00:00", "2024-09-10T17:26:41.704Z")]
    [InlineData("2023-09-11T10:37:45.107-0400", "2023-09-11T14:37:45.107Z")]
    [InlineData("2023-09-11", "2023-09-11T00:00:00Z")]
    [InlineData("2023-09-11 10:37", "2023-09-11T10:37:00Z")]
    [InlineData("2023-09-11T10:37:45-03", "2023-09-11T13:37:45Z")]
    [InlineData("1764000000000", "2025-11-24T16:00:00Z")]
    [InlineData("1764000000", "2025-11-24T16:00:00Z")]
    public void Each_form_of_the_platform_is_read(string text, string utc)
    {
        PlatformDate.TryParse(text, out var date).ShouldBeTrue();
        PlatformDate.Format(date).ShouldBe(utc);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-02-20T24:00:00Z")]
    [InlineData("2026-02-20T10:00:00.Z")]
    [InlineData("2026-02-20T10:00:00+99:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_is_refused(string text) => PlatformDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_written_is_read_back_to_the_tick() =>
        _instants.Sample(date => PlatformDate.TryParse(PlatformDate.Format(date), out var read) && read.UtcTicks == date.UtcTicks);

    [Fact]
    public void Every_form_of_one_instant_is_the_same_instant() =>
        Gen.Select(_instants, Gen.Int[-12 * 4, 14 * 4], Gen.Int[0, 9], Gen.Int[0, 3]).Sample((instant, quarters, digits, zone) =>
        {
            var offset = TimeSpan.FromMinutes(quarters * 15);
            var local = instant.ToOffset(offset).DateTime;
            var fraction = digits == 0 ? "" : "." + (local.ToString("fffffff", CultureInfo.InvariantCulture) + "98")[..digits];
            var sign = offset < TimeSpan.Zero ? "-" : "+";
            var suffix = zone switch
            {
                0 => $"{sign}{offset:hh\\:mm}",
                1 => $"{sign}{offset:hhmm}",
                2 => "Z",
                _ => "",
            };
            var wall = zone < 2 ? local : instant.UtcDateTime;
            if (zone >= 2 && digits > 0)
                fraction = "." + (wall.ToString("fffffff", CultureInfo.InvariantCulture) + "98")[..digits];
            var kept = Math.Min(digits, 7);
            var unit = (long)Math.Pow(10, 7 - kept);
            return PlatformDate.TryParse(wall.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + fraction + suffix, out var read)
                && read.UtcTicks == instant.UtcTicks / unit * unit;
        });

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-:+.TZ "], 0, 40]).Sample(text => PlatformDate.TryParse(text, out _) || true);
}
