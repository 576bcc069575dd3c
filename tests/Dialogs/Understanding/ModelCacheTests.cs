using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

public sealed class ModelCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intents").FullName;
    private readonly TrainingSet _set = TrainingSet.Of(ShippedIntents.Read().Examples.Where((_, i) => i % 40 == 0));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_learnt_is_kept_and_answers_the_same()
    {
        var first = new ModelCache(_folder).LoadOrTrain(_set);
        var file = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var written = File.GetLastWriteTimeUtc(file);
        var again = new ModelCache(_folder).LoadOrTrain(_set);
        File.GetLastWriteTimeUtc(file).ShouldBe(written);
        foreach (var example in _set.Examples.Take(50)) again.Understand(example.Text).Scores.ShouldBe(first.Understand(example.Text).Scores);
    }

    [Fact]
    public void The_same_examples_give_the_same_model_byte_for_byte()
    {
        var other = Path.Combine(_folder, "other");
        new ModelCache(_folder).LoadOrTrain(_set);
        new ModelCache(other).LoadOrTrain(_set);
        File.ReadAllBytes(Directory.GetFiles(other).Single()).ShouldBe(File.ReadAllBytes(Directory.GetFiles(_folder).Single()));
    }

    [Fact]
    public void Another_set_is_another_file()
    {
        new ModelCache(_folder).LoadOrTrain(_set);
        new ModelCache(_folder).LoadOrTrain(TrainingSet.Of(_set.Examples.Skip(1)));
        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5000)]
    public void A_damaged_file_is_learnt_anew(int length)
    {
        var first = new ModelCache(_folder).LoadOrTrain(_set);
        var file = Directory.GetFiles(_folder).Single();
        using (var stream = File.OpenWrite(file)) stream.SetLength(length);
        new ModelCache(_folder).LoadOrTrain(_set).Understand("tem garantia?").Scores.ShouldBe(first.Understand("tem garantia?").Scores);
        new FileInfo(file).Length.ShouldBeGreaterThan(length);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_only_costs_time()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        new ModelCache(Path.Combine(file, "folder")).LoadOrTrain(_set).Understand("tem garantia?").Scores.ShouldBe(new ModelCache(_folder).LoadOrTrain(_set).Understand("tem garantia?").Scores);
    }
}
